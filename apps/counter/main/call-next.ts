import type { Clock } from '@antrean/client';
import type { DeskLine } from '@antrean/station';

type CallParts = {
  readonly desk: DeskLine;
  readonly clock: Clock;
  /** Somebody was called: says so to an officer who looks at another program. */
  readonly onCalled: (number: string) => void;
  /** Nobody was: the page says why, so it has to be seen. */
  readonly onNot: () => void;
};

/** The server answers within seconds or the page says that it does not. */
const calledMs = 5_000;

/** Presses the page's "next" from outside it, and tells what came of it. One press at a time: a held key calls one visitor. */
export function openCallNext({ desk, clock, onCalled, onNot }: CallParts): () => Promise<void> {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    let number: string | null = null;
    try {
      const before = desk.current()?.present ?? null;
      const outcome = await desk.pressNext();
      if (outcome === 'taken') number = await nextPresent(desk, clock, before);
    } finally {
      isUnderWay = false;
    }
    if (number === null) onNot();
    else onCalled(number);
  };
}

function nextPresent(desk: DeskLine, clock: Clock, before: string | null): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const look = () => {
    const present = desk.current()?.present ?? null;
    if (present !== null && present !== before) resolve(present);
  };
  const stop = desk.subscribe(look);
  const forget = clock.after(calledMs, () => resolve(null));
  look();
  return promise.finally(() => {
    stop();
    forget();
  });
}
