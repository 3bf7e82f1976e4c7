import type { CallVoice, Receipt, ReceiptBody } from '@antrean/protocol';
import type { LiveHall } from './live-hall.ts';

/** What became of the calls that the hall still shows. In memory: it is of use for a minute and of no use after a restart. */
export type Receipts = {
  /** Notes that a call stands on a display; of a call that the hall has forgotten, or a second time, it changes nothing. */
  shown(displayId: string, body: ReceiptBody): void;
  /** Notes what became of a call's voice. */
  voice(callSeq: number, voice: CallVoice): void;
  all(): readonly Receipt[];
  onReceipt(listener: (receipt: Receipt) => void): void;
};

type Heard = { readonly shown: Set<string>; voice: CallVoice | null };

export function openReceipts(live: LiveHall): Receipts {
  const heard = new Map<number, Heard>();
  const listeners: ((receipt: Receipt) => void)[] = [];
  const receiptOf = (seq: number, { shown, voice }: Heard): Receipt => ({ seq, shown: shown.size, voice });

  function about(seq: number, change: (call: Heard) => boolean): void {
    const calls = new Set(live.hall().calls.map((call) => call.seq));
    for (const known of heard.keys()) if (!calls.has(known)) heard.delete(known);
    if (!calls.has(seq)) return;
    const call = heard.get(seq) ?? { shown: new Set(), voice: null };
    heard.set(seq, call);
    if (!change(call)) return;
    for (const listener of listeners) listener(receiptOf(seq, call));
  }

  return {
    shown: (displayId, { seq }) =>
      about(seq, ({ shown }) => {
        // A display counts once however often it tells.
        const isNew = !shown.has(displayId);
        shown.add(displayId);
        return isNew;
      }),
    voice: (seq, voice) =>
      about(seq, (call) => {
        const isNew = JSON.stringify(call.voice) !== JSON.stringify(voice);
        call.voice = voice;
        return isNew;
      }),
    all: () => [...heard].map(([seq, call]) => receiptOf(seq, call)),
    onReceipt: (listener) => listeners.push(listener),
  };
}
