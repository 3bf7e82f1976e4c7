import type { Recorded } from '@antrean/domain';

/** Visits whose slip a kiosk is asked to print once more, by kiosk, until it has been told. In memory: the visitor stands there and asks again. */
export type Reprints = {
  hear(events: readonly Recorded[]): void;
  /** Hands out what this kiosk is to print, once. */
  take(deviceId: string): string[];
};

export function openReprints(): Reprints {
  const wanted = new Map<string, Set<string>>();
  return {
    hear(events) {
      for (const event of events) {
        if (event.type !== 'ticket.reprintAsked') continue;
        const visits = wanted.get(event.deviceId) ?? new Set();
        wanted.set(event.deviceId, visits.add(event.visitId));
      }
    },
    take(deviceId) {
      const visits = [...(wanted.get(deviceId) ?? [])];
      wanted.delete(deviceId);
      return visits;
    },
  };
}
