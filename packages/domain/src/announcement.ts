import type { Language, PauseReason } from './hall.ts';

/** What a zone hears. Numbers and places only. */
export type Announcement =
  | {
      readonly kind: 'call';
      readonly callSeq: number;
      readonly number: string;
      readonly agencyId: string | null;
      readonly counterId: string;
      readonly priority: boolean;
      readonly times: number;
      readonly isLast: boolean;
      readonly languages: readonly Language[];
    }
  | {
      readonly kind: 'message';
      readonly template: MessageTemplate;
      readonly agencyId: string | null;
      readonly reason: PauseReason | null;
      readonly until: number | null;
      readonly languages: readonly Language[];
    };
export type MessageTemplate = 'opening' | 'closingSoon' | 'closed' | 'pause' | 'pauseOver' | 'systemDown' | 'attention';
