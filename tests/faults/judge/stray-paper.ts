import { type Hall, lookUp } from '@antrean/domain';
import { isIssued, type Written } from './events-in.ts';
import type { Paper } from './evidence.ts';

/** Every way in which paper, people and record contradict each other (I1, I4). */
export function strayPaper(paper: Paper, events: readonly Written[], hall: Hall): readonly string[] {
  const { slips, visitOf, confirmed, shown, doubtful } = paper;
  const found: string[] = [];
  const issued = events.filter(isIssued);
  const byVisit = new Map(issued.map((event) => [event.visitId, event]));

  for (const [visitId, number] of shown)
    if (byVisit.get(visitId)?.number !== number)
      found.push(`[I4] a screen showed ${number}, the record says ${byVisit.get(visitId)?.number}`);

  const unmarked = new Map<string, number>();
  const address = new Map<string, string>();
  const onPaper = new Set<string>();
  for (const { text } of slips) {
    const url = /\[QR (\S+)\]/.exec(text)?.[1] ?? '';
    const visitId = visitOf.get(url);
    const record = visitId === undefined ? undefined : byVisit.get(visitId);
    if (!record || visitId === undefined) {
      found.push(`[I4] a slip that no record knows: ${url}`);
      continue;
    }
    onPaper.add(visitId);
    const known = `${record.onDay} ${record.number}`;
    if ((address.get(known) ?? url) !== url) found.push(`[I1] ${record.number} is on the paper of two visits`);
    address.set(known, url);
    if (!text.includes(record.number)) found.push(`[I4] the slip of ${record.number} shows another number`);
    if (!text.includes('CETAK ULANG')) unmarked.set(visitId, (unmarked.get(visitId) ?? 0) + 1);
  }
  for (const [visitId, count] of unmarked)
    if (count > 1) found.push(`[I4] ${count} unmarked slips of ${byVisit.get(visitId)?.number}`);

  const voided = new Set(events.flatMap((event) => (event.type === 'ticket.voided' ? [event.ticketId] : [])));
  for (const { ticketId, visitId, number } of issued) {
    const isActive = lookUp(hall.tickets, ticketId)?.state === 'waiting';
    const isHeld = onPaper.has(visitId) || confirmed.has(visitId);
    if (isActive && !isHeld && !doubtful.has(number)) found.push(`[I4] ${number} waits and nobody holds it`);
    if (voided.has(ticketId) && isHeld) found.push(`[I4] ${number} was voided and somebody holds it`);
  }
  return found;
}
