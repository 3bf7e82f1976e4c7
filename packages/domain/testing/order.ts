import type { CommandKind } from '../src/access.ts';
import type { CounterStep } from '../src/counter-steps.ts';
import type { PauseReason, PickReason } from '../src/hall.ts';
import type { Loudness } from '../src/loudness.ts';
import type { TicketStep } from '../src/ticket-steps.ts';

/** What is asked of the mall, as a store would be asked. */
export type Order =
  | { readonly kind: 'issue'; readonly serviceIds: readonly string[]; readonly priorityClass?: string | null }
  | { readonly kind: 'call-next'; readonly counterId: string }
  | { readonly kind: 'call'; readonly counterId: string; readonly ticketId: string; readonly why: PickReason }
  | {
      readonly kind: 'step';
      readonly ticketId: string;
      readonly step: TicketStep;
      readonly serviceIds?: readonly string[];
    }
  | { readonly kind: 'counter'; readonly counterId: string; readonly step: CounterStep }
  | {
      readonly kind: 'start-pause';
      readonly agencyId: string | null;
      readonly reason: PauseReason;
      readonly until: number | null;
    }
  | { readonly kind: 'end-pause'; readonly pauseId: string }
  | { readonly kind: 'open-day'; readonly serviceDay: string; readonly by: 'calendar' | 'hand' }
  | { readonly kind: 'close-day' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'undo'; readonly counterId: string }
  | { readonly kind: 'note' | 'reprint'; readonly ticketId: string }
  | { readonly kind: 'set-quota'; readonly serviceId: string; readonly quota: number | null }
  | { readonly kind: 'close-ticketing' | 'open-ticketing' }
  | {
      readonly kind: 'post-notice';
      readonly text: string;
      readonly zoneId: string | null;
      readonly until: number | null;
    }
  | { readonly kind: 'withdraw-notice'; readonly noticeId: string }
  | ({ readonly kind: 'set-loudness'; readonly zoneId: string } & Loudness);

/** The name under which the access table knows an order. */
export function commandKindOf(order: Order): CommandKind {
  return order.kind === 'step' || order.kind === 'counter' ? order.step.kind : order.kind;
}
