import type { Station } from '@antrean/client';
import type { ClosingAnswer } from '@antrean/protocol';
import { useEffect, useState } from 'preact/hooks';

/** How a supervisor closed this counter under its officer. */
export type Closing = NonNullable<ClosingAnswer['closing']>;

export type KnownClosing = {
  /** Null when nobody has closed it, or the officer has read that; `asking` until the page knows. */
  readonly closing: Closing | 'asking' | null;
  /** The officer has read it. */
  readonly read: () => void;
};

const readName = 'antrean.closingRead';

/** Asks who has closed the counter, whenever it closes and once more after a reload, until the officer has read it. */
export function useClosing(
  station: Station,
  counterId: string,
  closedAt: number | null,
  isLive: boolean,
): KnownClosing {
  const [answer, setAnswer] = useState<{ readonly about: number; readonly closing: Closing | null } | null>(null);
  useEffect(() => {
    if (closedAt === null || !isLive) return;
    let isOver = false;
    void station.closing(counterId).then((told) => {
      if (isOver) return;
      const closing = told.ok ? told.value.closing : null;
      setAnswer({ about: closedAt, closing: closing && markOf(counterId, closing) !== readMark() ? closing : null });
    });
    return () => {
      isOver = true;
    };
  }, [station, counterId, closedAt, isLive]);
  const known = answer?.about === closedAt ? answer.closing : isLive ? 'asking' : null;
  return {
    closing: closedAt === null ? null : known,
    read() {
      if (answer?.closing) localStorage.setItem(readName, markOf(counterId, answer.closing));
      setAnswer((told) => told && { ...told, closing: null });
    },
  };
}

function readMark(): string | null {
  return localStorage.getItem(readName);
}

// A restored database may give the same place in the log to another closing, but not the same moment.
function markOf(counterId: string, { seq, at }: Closing): string {
  return `${counterId} ${seq} ${at}`;
}
