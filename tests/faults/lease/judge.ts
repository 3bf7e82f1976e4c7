import { type Hall, lookUp, type Recorded } from '@antrean/domain';
import type { CutSlip } from '@antrean/printing/virtual';

export type Evidence = {
  readonly slips: readonly CutSlip[];
  readonly events: readonly Recorded[];
  readonly hall: Hall;
  /** The visit behind the address on a slip, as the server finds it; null when it knows none. */
  readonly visitOf: ReadonlyMap<string, string>;
  readonly confirmed: ReadonlySet<string>;
  /** The number that a screen showed for each visit. */
  readonly shown: ReadonlyMap<string, string>;
  /** Numbers that the server lists for staff, because nobody knows about their slip. */
  readonly doubtful: ReadonlySet<string>;
  readonly leases: { readonly from: number; readonly to: number };
};

type Issued = Extract<Recorded, { readonly type: 'ticket.issued' }>;

/** Every way in which paper, people and record contradict each other; empty when they agree. Knows nothing of how it came about. */
export function contradictions({
  slips,
  events,
  hall,
  visitOf,
  confirmed,
  shown,
  doubtful,
  leases,
}: Evidence): readonly string[] {
  const found: string[] = [];
  const issued = events.filter((event): event is Issued => event.type === 'ticket.issued');
  const byVisit = new Map(issued.map((event) => [event.visitId, event]));

  const holders = new Map<string, string>();
  for (const { number, visitId } of byVisit.values()) {
    if (holders.has(number)) found.push(`[I1] ${number} was given to two visits`);
    holders.set(number, visitId);
  }

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
    if ((address.get(record.number) ?? url) !== url) found.push(`[I1] ${record.number} is on the paper of two visits`);
    address.set(record.number, url);
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

  for (const [prefix, values] of byPrefix(byVisit.values())) {
    const online = values.filter((value) => value < leases.from);
    online.forEach((value, index) => {
      if (value !== index + 1) found.push(`[I2] online numbers of ${prefix} have a gap before ${value}`);
    });
  }
  for (const event of events) {
    if (event.type !== 'lease.granted') continue;
    const given = issued
      .filter(({ leaseId }) => leaseId === event.leaseId)
      .map(({ number }) => valueIn(number))
      .sort((a, b) => a - b);
    given.forEach((value, index) => {
      if (value !== event.from + index) found.push(`[I2] lease ${event.leaseId} skipped a number before ${value}`);
    });
  }
  return found;
}

function byPrefix(visits: Iterable<Issued>): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { number } of visits) {
    const prefix = number.replace(/\d+$/, '');
    numbers.set(prefix, [...(numbers.get(prefix) ?? []), valueIn(number)]);
  }
  for (const values of numbers.values()) values.sort((a, b) => a - b);
  return numbers;
}

function valueIn(number: string): number {
  return Number(/\d+$/.exec(number)?.[0]);
}
