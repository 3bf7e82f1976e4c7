import type { LeaseRules } from '@antrean/domain';
import { type Issued, isIssued, type Written } from './events-in.ts';

/** A number that two visits have (I1), and a hole in the numbers of a queue or of a lease (I2). */
export function strayNumbers(events: readonly Written[], leases: LeaseRules): readonly string[] {
  const found: string[] = [];
  const given = [...new Map(events.filter(isIssued).map((event) => [event.visitId, event])).values()];
  const holders = new Set<string>();
  for (const { onDay, number } of given) {
    if (holders.has(`${onDay} ${number}`)) found.push(`[I1] ${number} was given to two visits on ${onDay}`);
    holders.add(`${onDay} ${number}`);
  }

  // A restore passes numbers over on purpose: they may be in people's hands.
  const passedOver = new Set(events.flatMap(({ type, onDay }) => (type === 'log.restored' ? [onDay] : [])));
  const online = given.filter(({ number, onDay }) => valueIn(number) < leases.from && !passedOver.has(onDay));
  for (const [series, values] of bySeries(online))
    values.forEach((value, index) => {
      if (value !== index + 1) found.push(`[I2] the numbers of ${series} have a gap before ${value}`);
    });

  for (const event of events) {
    if (event.type !== 'lease.granted') continue;
    const used = new Set(given.flatMap(({ leaseId, number }) => (leaseId === event.leaseId ? [valueIn(number)] : [])));
    const last = Math.max(event.from - 1, ...used);
    for (let value = event.from; value < last; value += 1)
      if (!used.has(value)) found.push(`[I2] lease ${event.leaseId} skipped ${value}`);
    if (last > event.to) found.push(`[I2] lease ${event.leaseId} ends at ${event.to} and gave ${last}`);
  }
  return found;
}

function bySeries(given: readonly Issued[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { onDay, number } of given) {
    const series = `${onDay} ${number.replace(/\d+$/, '')}`;
    numbers.set(series, [...(numbers.get(series) ?? []), valueIn(number)]);
  }
  for (const values of numbers.values()) values.sort((a, b) => a - b);
  return numbers;
}

function valueIn(number: string): number {
  return Number(/\d+$/.exec(number)?.[0]);
}
