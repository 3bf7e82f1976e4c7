import { longestSync } from '@antrean/protocol';
import { every } from './every.ts';
import type { KioskParts } from './station-parts.ts';

/** Counts what a manager wants to know and nobody is harmed by losing: kept in memory, told once a minute. */
export type Tally = { missed(text: string): void; listed(serviceId: string): void; close(): void };

const tellEveryMs = 60_000;

export function keepTally({ server, clock, newId }: Pick<KioskParts, 'server' | 'clock' | 'newId'>): Tally {
  const misses = new Map<string, number>();
  const lists = new Map<string, number>();

  const tell = async (): Promise<void> => {
    const some = (counts: Map<string, number>) => [...counts].slice(0, longestSync);
    const told = { misses: some(misses), lists: some(lists) };
    if (told.misses.length + told.lists.length === 0) return;
    const body = {
      misses: told.misses.map(([text, times]) => ({ text, times })),
      lists: told.lists.map(([serviceId, times]) => ({ serviceId, times })),
    };
    const answer = await server.commands.give('tally', {}, body, newId());
    if (!answer.ok) return;
    for (const [text, times] of told.misses) less(misses, text, times);
    for (const [serviceId, times] of told.lists) less(lists, serviceId, times);
  };
  const stop = every(clock, tellEveryMs, () => void tell());
  return {
    missed: (text) => void misses.set(text, (misses.get(text) ?? 0) + 1),
    listed: (serviceId) => void lists.set(serviceId, (lists.get(serviceId) ?? 0) + 1),
    close: stop,
  };
}

function less(counts: Map<string, number>, key: string, told: number): void {
  const left = (counts.get(key) ?? 0) - told;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
