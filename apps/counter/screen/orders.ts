import type { Commands, Given } from '@antrean/client';
import { type Outcome, type PauseReason, type PickReason, unreachable } from '@antrean/domain';
import type { CommandBody, CommandName, CommandParams } from '@antrean/protocol';
import type { ActionName } from './actions.ts';

type Bare = Exclude<ActionName, 'finish' | 'pause' | 'park' | 'transfer' | 'forward' | 'note'>;

/** What the officer has decided, with everything that the decision needs. */
export type Choice =
  | { [A in Bare]: { readonly action: A } }[Bare]
  | { readonly action: 'finish'; readonly outcome: Outcome }
  | { readonly action: 'pause'; readonly reason: PauseReason }
  | { readonly action: 'park'; readonly minutes: number }
  | { readonly action: 'transfer'; readonly serviceId: string }
  | { readonly action: 'forward'; readonly serviceIds: string[]; readonly inOrder: boolean }
  | { readonly action: 'note'; readonly text: string }
  | { readonly action: 'pick'; readonly ticketId: string; readonly why: PickReason }
  | { readonly action: 'requeue' | 'unpark'; readonly ticketId: string };

/** A command as `Commands.give` takes it, without the key. */
export type Order<N extends CommandName = CommandName> = {
  [K in N]: { readonly name: K; readonly params: CommandParams<K>; readonly body: CommandBody<K> };
}[N];

/** The command of a choice; null when it needs a visitor at the counter and the picture shows none. */
export function orderFor(choice: Choice, counterId: string, ticketId: string | null): Order | null {
  switch (choice.action) {
    case 'open':
    case 'close':
    case 'undo':
      return { name: choice.action, params: { counterId }, body: {} };
    case 'resume':
      return { name: 'resume-counter', params: { counterId }, body: {} };
    case 'callNext':
      return { name: 'call-next', params: { counterId }, body: {} };
    case 'pick':
      return { name: 'call', params: { counterId }, body: { ticketId: choice.ticketId, why: choice.why } };
    case 'pause':
      return { name: 'pause', params: { counterId }, body: { reason: choice.reason } };
    case 'requeue':
      return { name: 'requeue', params: { ticketId: choice.ticketId }, body: {} };
    case 'unpark':
      return { name: 'resume', params: { ticketId: choice.ticketId }, body: {} };
    default:
      return ticketId === null ? null : onTicket(choice, { ticketId });
  }
}

type AtCounter = Exclude<
  Choice,
  {
    readonly action: 'open' | 'close' | 'undo' | 'resume' | 'callNext' | 'pick' | 'pause' | 'requeue' | 'unpark';
  }
>;

function onTicket(choice: AtCounter, params: { readonly ticketId: string }): Order {
  const at = { ticketId: params.ticketId };
  switch (choice.action) {
    case 'finish':
      return { name: 'finish', params: at, body: { outcome: choice.outcome } };
    case 'park':
      return { name: 'park', params: at, body: { minutes: choice.minutes } };
    case 'transfer':
      return { name: 'transfer', params: at, body: { serviceId: choice.serviceId } };
    case 'forward':
      return { name: 'forward', params: at, body: { serviceIds: choice.serviceIds, inOrder: choice.inOrder } };
    case 'note':
      return { name: 'note', params: at, body: { text: choice.text } };
    case 'noShow':
      return { name: 'no-show', params: at, body: {} };
    case 'start':
    case 'recall':
    case 'cancel':
    case 'reprint':
      return { name: choice.action, params: at, body: {} };
    default:
      return unreachable(choice);
  }
}

/** Sends an order; the key is that of its press. */
export function orderOver<N extends CommandName>(commands: Commands, order: Order<N>, key: string): Promise<Given<N>> {
  return commands.give<N>(order.name, order.params, order.body, key);
}
