import type { Clock } from '@antrean/client';
import { counterCalls } from './bridge-calls.ts';
import { bridgeRoom, refused } from './bridge-room.ts';
import { type CounterBridge, type DeskNow, pressesPath, type SentPress } from './counter-bridge.ts';

export type { DeskNow } from './counter-bridge.ts';

/** What became of a press from outside the page: `absent` when no desk is open, or none answered in time. */
export type PressOutcome = 'taken' | 'refused' | 'absent';

/** The line between a counter's machine and the desk on its page. */
export type DeskLine = {
  /** How the desk stands; null while no page has one open. */
  current(): DeskNow | null;
  subscribe(listener: () => void): () => void;
  /** Presses the page's "next", if the page would let the officer press it. */
  pressNext(): Promise<PressOutcome>;
  /** The page's end of the line. */
  readonly room: (request: Request) => Promise<Response>;
};

type Listener = { readonly send: (press: SentPress) => void };

/** A desk that is there answers at once; a press must not call a visitor long after it was made. */
const answerMs = 2_000;

export function openDeskLine({ clock, newId }: { readonly clock: Clock; readonly newId: () => string }): DeskLine {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, (outcome: PressOutcome) => void>();
  let desk: DeskNow | null = null;
  let page: Listener | null = null;
  const become = (next: DeskNow | null) => {
    desk = next;
    for (const listener of [...listeners]) listener();
  };
  const bridge: CounterBridge = {
    async tell(now) {
      // A page that has just closed its desk may still have had this on the way.
      if (page) become(now);
      return {};
    },
    async answerPress({ pressId, isTaken }) {
      waiting.get(pressId)?.(isTaken ? 'taken' : 'refused');
      return {};
    },
  };
  const calls = bridgeRoom({ kind: 'counter', takes: counterCalls, bridge });

  const listen = (gone: AbortSignal): Response => {
    let leave = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const mine: Listener = {
          send: (press) => controller.enqueue(Buffer.from(`data: ${JSON.stringify(press)}\n\n`)),
        };
        // The desk that was opened last is the one that the officer sees.
        page = mine;
        leave = () => {
          if (page !== mine) return;
          page = null;
          become(null);
        };
        gone.addEventListener('abort', leave);
        // Sent at once, so that the page knows that it is heard.
        controller.enqueue(Buffer.from(': open\n\n'));
      },
      cancel: () => leave(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
  };

  return {
    current: () => desk,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pressNext() {
      const to = page;
      if (!to) return Promise.resolve('absent');
      const pressId = newId();
      const { promise, resolve } = Promise.withResolvers<PressOutcome>();
      const forget = clock.after(answerMs, () => resolve('absent'));
      waiting.set(pressId, resolve);
      to.send({ pressId, before: clock.now() + answerMs });
      return promise.finally(() => {
        forget();
        waiting.delete(pressId);
      });
    },
    room: async (request) => {
      if (request.method !== 'GET' || new URL(request.url).pathname !== pressesPath) return calls(request);
      // Whoever listens becomes the desk: not a picture that some page shows, in a browser too old to say whose page it is.
      if (request.headers.get('accept') !== 'text/event-stream')
        return refused('request.unknown', 'Presses come as events only');
      return listen(request.signal);
    },
  };
}
