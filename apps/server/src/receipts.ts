import type { Receipt, ReceiptBody } from '@antrean/protocol';
import type { LiveHall } from './live-hall.ts';

/** What displays tell of the calls that the hall still shows. In memory: it is of use for a minute and of no use after a restart. */
export type Receipts = {
  /** Notes what a display tells; of a call that the hall has forgotten, or a second time, it changes nothing. */
  note(display: { readonly id: string; readonly zoneId: string | null }, body: ReceiptBody): void;
  all(): readonly Receipt[];
  onReceipt(listener: (receipt: Receipt) => void): void;
};

type Heard = { readonly shown: Set<string>; readonly spoken: Set<string>; readonly failed: Set<string> };

/** Stands for the zone of a display that speaks for the whole mall. */
const wholeMall = 'mall';

export function openReceipts(live: LiveHall): Receipts {
  const heard = new Map<number, Heard>();
  const listeners: ((receipt: Receipt) => void)[] = [];
  const receiptOf = (seq: number, { shown, spoken, failed }: Heard): Receipt => ({
    seq,
    shown: shown.size,
    spoken: [...spoken],
    failed: [...failed],
  });
  return {
    note(display, { seq, what }) {
      const calls = new Set(live.hall().calls.map((call) => call.seq));
      for (const known of heard.keys()) if (!calls.has(known)) heard.delete(known);
      if (!calls.has(seq)) return;
      const call = heard.get(seq) ?? { shown: new Set(), spoken: new Set(), failed: new Set() };
      heard.set(seq, call);
      // A display counts once however often it tells; a zone has one voice.
      const told = what === 'shown' ? display.id : (display.zoneId ?? wholeMall);
      if (call[what].has(told)) return;
      call[what].add(told);
      for (const listener of listeners) listener(receiptOf(seq, call));
    },
    all: () => [...heard].map(([seq, call]) => receiptOf(seq, call)),
    onReceipt: (listener) => listeners.push(listener),
  };
}
