import type { Receipt } from '@antrean/protocol';

/** What this station has heard of the way of each call: on how many displays it stood, what became of its voice. */
export type Receipts = {
  /** Of the call with this `seq`; null until a display has told of it. */
  current(seq: number): Receipt | null;
  /** Called after each receipt; gives back how to stop. */
  subscribe(listener: () => void): () => void;
};

// The hall shows 24 calls; of older ones nobody asks.
const keptReceipts = 48;

export function keepReceipts(): Receipts & { hear(receipt: Receipt): void } {
  const kept = new Map<number, Receipt>();
  const listeners = new Set<() => void>();
  return {
    current: (seq) => kept.get(seq) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(receipt) {
      kept.delete(receipt.seq);
      kept.set(receipt.seq, receipt);
      const oldest = kept.size > keptReceipts ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      for (const listener of [...listeners]) listener();
    },
  };
}
