import type { Actor } from './access.ts';
import type { HallEvent } from './events.ts';
import { hasEnded, isAtCounter, type Ticket } from './hall.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';

/** An officer writes down something about the visitor at the own counter. The text goes to the store and nowhere else (rule [A4]). */
export function decideNote(ticket: Ticket, actor: Actor): Result<readonly HallEvent[]> {
  return notHere(ticket, actor) ?? ok([{ type: 'ticket.noted', ticketId: ticket.id }]);
}

/** Asks the kiosk that gave the number for its slip once more; `kioskId` is null when no kiosk of today did (rule [S16]). */
export function decideReprint(
  { ticket, kioskId }: { readonly ticket: Ticket; readonly kioskId: string | null },
  actor: Actor,
): Result<readonly HallEvent[]> {
  const { id: ticketId, visitId, state } = ticket;
  const elsewhere = actor.roles.includes('reception') ? null : notHere(ticket, actor);
  if (elsewhere) return elsewhere;
  if (hasEnded(ticket)) return refuse('ticket.state', { state });
  if (kioskId === null) return refuse('ticket.noKiosk');
  return ok([{ type: 'ticket.reprintAsked', ticketId, visitId, deviceId: kioskId }]);
}

function notHere(ticket: Ticket, actor: Actor): { readonly ok: false; readonly error: Refusal } | null {
  if (!isAtCounter(ticket)) return refuse('ticket.state', { state: ticket.state });
  return ticket.counterId === actor.counterId ? null : refuse('ticket.notYours', { counterId: ticket.counterId });
}
