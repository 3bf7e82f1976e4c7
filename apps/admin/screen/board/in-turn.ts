import { useEffect, useState } from 'preact/hooks';

/** Hands out one turn in each frame, so that a picture of many pieces is drawn over several frames and none of them takes long. */
export type Turns = {
  /** Runs it when its turn has come; gives back how to step out of the line. */
  ask(run: () => void): () => void;
};

export function openTurns(): Turns {
  const line = new Set<() => void>();
  let isAsked = false;
  const next = () => {
    const [run] = line;
    isAsked = line.size > 1;
    if (isAsked) requestAnimationFrame(next);
    if (!run) return;
    line.delete(run);
    run();
  };
  return {
    ask(run) {
      line.add(run);
      if (!isAsked) requestAnimationFrame(next);
      isAsked = true;
      return () => line.delete(run);
    },
  };
}

/** The value as of this piece's last turn. */
export function useInTurn<T>(turns: Turns, value: T): T {
  const [shown, setShown] = useState(() => value);
  useEffect(() => (value === shown ? undefined : turns.ask(() => setShown(() => value))), [turns, value, shown]);
  return shown;
}
