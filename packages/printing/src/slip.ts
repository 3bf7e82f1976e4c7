import type { Track } from '@antrean/domain';
import type { SecondLanguage } from './slip-words.ts';

/** A name in Indonesian, which is always printed, and in English, which follows for those who chose it. */
export type Name = { readonly id: string; readonly en: string };

/** Where to go: a zone and the counters there, none when nobody works the queue. */
export type SlipPlace = { readonly zone: Name; readonly counters: readonly string[] };

/**
 * One place to go to with the same number. `ahead` is null when nobody knows it, as without the server. `estimate` is minutes from
 * and to, null while no counter is open.
 */
export type SlipLeg = SlipPlace & {
  readonly agency: Name;
  readonly service: Name;
  readonly track: Track;
  readonly bring: readonly Name[];
  readonly ahead: number | null;
  readonly estimate: readonly [number, number] | null;
};

/** What stands at the head and the foot of every paper of the mall. */
export type Letterhead = {
  readonly siteName: string;
  readonly timeZone: string;
  /** Null where this kiosk has no name. */
  readonly kioskName: string | null;
  readonly secondLanguage: SecondLanguage;
};

/** Everything that stands on one visitor's paper. Nothing personal; priority is yes or no, never which class. */
export type Slip = Letterhead & {
  readonly number: string;
  readonly priority: boolean;
  readonly issuedAt: number;
  readonly legs: readonly SlipLeg[];
  readonly statusUrl: string;
  /** Short enough to be read out at the information desk. */
  readonly shortId: string;
  /** Given from the kiosk's own range while the server was away. */
  readonly offline: boolean;
  /** Only on a reprint, which never looks like a first print. */
  readonly reprint?: { readonly at: number };
};
