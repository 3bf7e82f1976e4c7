import { bridgePath } from '@antrean/station/bridge';
import { type CounterBridge, type DeskNow, pressesPath, type SentPress } from '@antrean/station/counter-bridge';

/** The page's end of the line to the machine around it. */
export type StationLine = {
  tell(desk: DeskNow): void;
  /** Hears presses of "next" from outside the page; `take` says whether the page took one. Gives back how to stop. */
  listen(take: () => boolean): () => void;
};

export type Events = Pick<EventSource, 'addEventListener' | 'close'>;

export function openStationLine(ask: typeof fetch, open: (path: string) => Events): StationLine {
  const call = async <N extends keyof CounterBridge & string>(name: N, argument: Parameters<CounterBridge[N]>[0]) => {
    const headers = { 'content-type': 'application/json' };
    // Nobody waits for the answer: the next word makes up for one that was lost.
    await ask(`${bridgePath}/${name}`, { method: 'POST', headers, body: JSON.stringify(argument) }).catch(() => null);
  };
  let said = Promise.resolve();
  let last: DeskNow | null = null;
  // One after the other, else an older word may arrive last and stay.
  const say = (desk: DeskNow) => {
    said = said.then(() => call('tell', desk));
  };
  return {
    tell(desk) {
      last = desk;
      say(desk);
    },
    listen(take) {
      const events = open(pressesPath);
      // The station may have been started anew meanwhile, and knows nothing of this desk.
      events.addEventListener('open', () => last && say(last));
      events.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const { pressId, before } = JSON.parse(data) as SentPress;
        const isTaken = Date.now() < before && take();
        void call('answerPress', { pressId, isTaken });
      });
      return () => events.close();
    },
  };
}
