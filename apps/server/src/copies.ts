import type { Line } from '@antrean/domain';
import type { SpeakOrders } from './speak-orders.ts';
import type { Seat, Voices } from './voices.ts';

/**
 * The copies of a message that wait in other zones while one display begins it for all of them (rule [W3]). They are written as handed
 * out before it is heard, like the message itself (rule [W8]), and leave their lines only once it has begun: a display that refuses gives all back.
 */
export type Copies = {
  /** What this zone begins goes to a display that may speak in others too; its copies there wait for what becomes of it. */
  keep(zoneId: string, key: string, seat: Seat): void;
  write(zoneId: string, key: string, seat: Seat): Promise<void>;
  /** It may have been heard: its copies go. */
  begun(zoneId: string): void;
  /** Nobody has heard it: its copies may be handed out again. */
  refused(zoneId: string): void;
  /** Nothing new begins in this zone while its copy is with another zone's message. */
  isKept(zoneId: string): boolean;
};

type Kept = { readonly zoneId: string; readonly written: { readonly key: string; readonly deviceId: string } | null };

type Parts = {
  readonly orders: SpeakOrders;
  readonly voices: Voices;
  readonly zones: ReadonlyMap<string, Line>;
  readonly drop: (zoneId: string, key: string) => void;
  readonly failed: (err: unknown) => void;
};

export function openCopies({ orders, voices, zones, drop, failed }: Parts): Copies {
  const kept = new Map<string, readonly Kept[]>();
  const take = (zoneId: string) => {
    const copies = kept.get(zoneId) ?? [];
    kept.delete(zoneId);
    return copies.flatMap(({ zoneId: other, written }) => (written ? { zoneId: other, ...written } : []));
  };
  return {
    keep(zoneId, key, { seat }) {
      const others = [...zones].filter(
        ([other, { waiting }]) =>
          other !== zoneId && voices.speakerIn(other)?.seat === seat && waiting.some((item) => item.key === key),
      );
      kept.set(
        zoneId,
        others.map(([other]) => ({ zoneId: other, written: null })),
      );
    },
    async write(zoneId, key, { deviceId }) {
      const copies: Kept[] = [];
      for (const { zoneId: other } of kept.get(zoneId) ?? []) {
        const isFirst = await orders.handOut({ zoneId: other, key, deviceId }).catch((err: unknown) => {
          failed(err);
          return null;
        });
        // It was heard there before a restart, so that a refusal must not give it back.
        if (isFirst === false) drop(other, key);
        else copies.push({ zoneId: other, written: { key, deviceId } });
      }
      kept.set(zoneId, copies);
    },
    begun(zoneId) {
      for (const { zoneId: other, key } of take(zoneId)) drop(other, key);
    },
    refused(zoneId) {
      for (const place of take(zoneId)) orders.note('givenBack', place);
    },
    isKept: (zoneId) => [...kept.values()].some((copies) => copies.some(({ zoneId: other }) => other === zoneId)),
  };
}
