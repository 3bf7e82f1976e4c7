import type { Clock, Station } from '@antrean/client';
import Database from 'better-sqlite3';

/**
 * Work that goes on behind the screen. A journal that fails is told to the log and the work is left for the next time: whoever
 * stands at the kiosk is told at the press itself, and a station that ended would help nobody.
 */
export function inBackground(log: (line: string) => void, work: () => void | Promise<void>): () => void {
  const failed = (error: unknown): void => {
    if (!(error instanceof Database.SqliteError)) throw error;
    log(`the journal failed (${error.code})`);
  };
  return () => {
    try {
      work()?.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

/** Does it now and then every `ms`; gives back how to stop. */
export function every(clock: Clock, ms: number, work: () => void): () => void {
  let stop = () => {};
  const beat = (): void => {
    stop = clock.after(ms, beat);
    work();
  };
  beat();
  return () => stop();
}

/** Does it each time that the link to the server comes up; gives back how to stop. */
export function onLive({ live }: Pick<Station, 'live'>, work: () => void): () => void {
  let wasLive = false;
  return live.subscribe(() => {
    const isLive = live.current().link.state === 'live';
    if (isLive && !wasLive) work();
    wasLive = isLive;
  });
}

/** Does it each time that the link is lost. */
export function onLost({ live }: Pick<Station, 'live'>, work: () => void): () => void {
  let wasLive = false;
  return live.subscribe(() => {
    const isLive = live.current().link.state === 'live';
    if (wasLive && !isLive) work();
    wasLive = isLive;
  });
}
