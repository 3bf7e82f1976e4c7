import { randomUUID } from 'node:crypto';
import type { SpeakOrder, Store } from '@antrean/store';
import type { FastifyBaseLogger } from 'fastify';

type Place = { readonly zoneId: string; readonly key: string; readonly deviceId: string };

/** What the line of announcements has written down (rule [W8]). */
export type SpeakOrders = {
  /** Whether it had not been handed out before; null when it could not be written. Throws as the store does. */
  handOut(place: Place): Promise<boolean | null>;
  /** Of what became of it nobody waits: a disk that fails says so elsewhere. */
  note(step: Exclude<SpeakOrder['step'], 'handOut'>, place: Place): void;
};

export function speakOrders(store: Store, clock: () => number, log: FastifyBaseLogger): SpeakOrders {
  const give = (step: SpeakOrder['step'], place: Place) => {
    const id = randomUUID();
    const order = { kind: 'speak', step, ...place } as const;
    return store.give({ id, at: clock(), payloadHash: id, caller: { kind: 'system' }, order });
  };
  return {
    async handOut(place) {
      const given = await give('handOut', place);
      return given.ok ? given.value.isFirst : null;
    },
    note(step, place) {
      give(step, place).catch((err: unknown) => log.error({ event: 'voice.failed', err }));
    },
  };
}
