import type { CommandKind, Result } from '@antrean/domain';
import { carryOutAccess } from './order-access.ts';
import { note, reprint } from './order-desk.ts';
import { closeDay, endPause, openDay, startPause, stepCounter, tick } from './order-hall.ts';
import { issue } from './order-issue.ts';
import { lease } from './order-lease.ts';
import { speak } from './order-speak.ts';
import { sync } from './order-sync.ts';
import { tally } from './order-tally.ts';
import { callNext, notePrint, pick, stepTicket } from './order-ticket.ts';
import { changeTicketing, postNotice, setLoudness, setQuota, withdrawNotice } from './order-today.ts';
import { undo } from './order-undo.ts';
import type { Script } from './sql.ts';
import type { Order, OrderKind, Outcomes, StoreRefusal } from './store.ts';
import type { Turn } from './turn.ts';

/** The name under which the access table knows an order. */
export function kindOf(order: Order): CommandKind {
  return order.kind === 'step' || order.kind === 'counter' ? order.step.kind : order.kind;
}

/** Loads what an order rests on, lets the domain decide, and records what it decided. */
export function carryOut(turn: Turn, order: Order): Script<Result<Outcomes[OrderKind], StoreRefusal>> {
  switch (order.kind) {
    case 'issue':
      return issue(turn, order);
    case 'call-next':
      return callNext(turn, order);
    case 'call':
      return pick(turn, order);
    case 'step':
      return stepTicket(turn, order);
    case 'counter':
      return stepCounter(turn, order);
    case 'start-pause':
      return startPause(turn, order);
    case 'end-pause':
      return endPause(turn, order);
    case 'open-day':
      return openDay(turn, order);
    case 'close-day':
      return closeDay(turn);
    case 'tick':
      return tick(turn);
    case 'print-outcome':
      return notePrint(turn, order);
    case 'lease':
      return lease(turn, order);
    case 'sync':
      return sync(turn, order);
    case 'tally':
      return tally(turn, order);
    case 'undo':
      return undo(turn, order);
    case 'note':
      return note(turn, order);
    case 'reprint':
      return reprint(turn, order);
    case 'set-quota':
      return setQuota(turn, order);
    case 'close-ticketing':
      return changeTicketing(turn, 'closed');
    case 'open-ticketing':
      return changeTicketing(turn, 'open');
    case 'post-notice':
      return postNotice(turn, order);
    case 'withdraw-notice':
      return withdrawNotice(turn, order);
    case 'set-loudness':
      return setLoudness(turn, order);
    case 'speak':
      return speak(turn, order);
    default:
      return carryOutAccess(turn, order);
  }
}
