import type { Commands, Given } from '@antrean/client';
import {
  type CloseReason,
  type Hall,
  type PauseReason,
  type Track,
  type TrackReason,
  unreachable,
} from '@antrean/domain';
import type { CommandAnswer, CommandBody, CommandName, CommandParams } from '@antrean/protocol';

/** What the supervisor has decided, with everything that the decision needs. */
export type Act =
  | { readonly kind: 'track'; readonly counterId: string; readonly track: Track; readonly reason: TrackReason }
  | { readonly kind: 'assign'; readonly counterId: string; readonly agencyIds: readonly string[] | null }
  | {
      readonly kind: 'release';
      readonly counterId: string;
      readonly number: string | null;
      readonly reason: CloseReason;
    }
  /** `number` is whoever is at the counter and waits again; `isClosing` unless it was closed already. */
  | {
      readonly kind: 'handOver';
      readonly counterId: string;
      readonly toCounterId: string;
      readonly agencyIds: readonly string[];
      readonly number: string | null;
      readonly isClosing: boolean;
      readonly reason: CloseReason;
    }
  | {
      readonly kind: 'pause';
      readonly agencyId: string | null;
      readonly reason: PauseReason;
      readonly until: number | null;
    }
  | { readonly kind: 'resume'; readonly pauseId: string; readonly agencyId: string | null }
  | { readonly kind: 'quota'; readonly serviceId: string; readonly quota: number | null }
  | { readonly kind: 'closeTicketing' | 'openTicketing' | 'openDay' | 'closeDay' }
  | {
      readonly kind: 'notice';
      readonly text: string;
      readonly textEn: string;
      readonly zoneId: string | null;
      readonly until: number | null;
    }
  | { readonly kind: 'withdraw'; readonly noticeId: string };

/** A command as `Commands.give` takes it, without the key. */
type Order<N extends CommandName = CommandName> = {
  [K in N]: { readonly name: K; readonly params: CommandParams<K>; readonly body: CommandBody<K> };
}[N];

function orderFor(act: Act): Order {
  switch (act.kind) {
    case 'track': {
      const { counterId, track, reason } = act;
      return { name: 'change-track', params: { counterId }, body: { track, reason } };
    }
    case 'assign': {
      const agencyIds = act.agencyIds === null ? null : [...act.agencyIds];
      return { name: 'assign-counter', params: { counterId: act.counterId }, body: { agencyIds } };
    }
    case 'release':
      return { name: 'release-counter', params: { counterId: act.counterId }, body: { reason: act.reason } };
    case 'handOver': {
      const { counterId, toCounterId, reason } = act;
      const agencyIds = [...act.agencyIds];
      return { name: 'hand-over-counter', params: { counterId }, body: { toCounterId, agencyIds, reason } };
    }
    case 'pause': {
      const { agencyId, reason, until } = act;
      return { name: 'start-pause', params: {}, body: { agencyId, reason, until } };
    }
    case 'resume':
      return { name: 'end-pause', params: { pauseId: act.pauseId }, body: {} };
    case 'quota':
      return { name: 'set-quota', params: { serviceId: act.serviceId }, body: { quota: act.quota } };
    case 'closeTicketing':
      return { name: 'close-ticketing', params: {}, body: {} };
    case 'openTicketing':
      return { name: 'open-ticketing', params: {}, body: {} };
    case 'openDay':
      return { name: 'open-day', params: {}, body: {} };
    case 'closeDay':
      return { name: 'close-day', params: {}, body: {} };
    case 'notice': {
      const { text, textEn, zoneId, until } = act;
      return { name: 'post-notice', params: {}, body: { text, textEn, zoneId, until } };
    }
    case 'withdraw':
      return { name: 'withdraw-notice', params: { noticeId: act.noticeId }, body: {} };
    default:
      return unreachable(act);
  }
}

/** Gives the command of an act; the key is that of its press. */
export function perform(commands: Commands, act: Act, key: string): Promise<Given<CommandName>> {
  const { name, params, body } = orderFor(act);
  // The three belong to one command, which `Order` has checked; the compiler cannot follow a union through three arguments.
  return commands.give<CommandName>(name, params as CommandParams<CommandName>, body as CommandBody<CommandName>, key);
}

/** The act that puts things back as they were in `before`; null where there is no way back, or nothing to put back. */
export function oppositeOf(
  act: Act,
  before: Hall,
  quotaBefore: number | null,
  answer: CommandAnswer<CommandName>,
): Act | null {
  switch (act.kind) {
    case 'track': {
      const counter = before.counters[act.counterId];
      return counter ? { ...act, track: counter.track } : null;
    }
    case 'assign': {
      const counter = before.counters[act.counterId];
      return counter ? { ...act, agencyIds: counter.agencyIds } : null;
    }
    // The closed counter is opened again by its own officer; what the other one was given can be taken away again.
    case 'handOver': {
      const { toCounterId: counterId } = act;
      const taker = before.counters[counterId];
      return taker ? { kind: 'assign', counterId, agencyIds: taker.agencyIds } : null;
    }
    case 'pause':
      return 'pauseId' in answer ? { kind: 'resume', pauseId: answer.pauseId, agencyId: act.agencyId } : null;
    case 'resume': {
      const pause = before.pauses[act.pauseId];
      return pause ? { kind: 'pause', agencyId: pause.agencyId, reason: pause.reason, until: pause.until } : null;
    }
    case 'quota':
      return { ...act, quota: quotaBefore };
    case 'closeTicketing':
      return { kind: 'openTicketing' };
    case 'openTicketing':
      return { kind: 'closeTicketing' };
    case 'notice':
      return 'noticeId' in answer ? { kind: 'withdraw', noticeId: answer.noticeId } : null;
    case 'withdraw': {
      const notice = before.notices[act.noticeId];
      if (!notice) return null;
      const { text, textEn, zoneId, until } = notice;
      return { kind: 'notice', text, textEn, zoneId, until };
    }
    case 'release':
    case 'openDay':
    case 'closeDay':
      return null;
    default:
      return unreachable(act);
  }
}
