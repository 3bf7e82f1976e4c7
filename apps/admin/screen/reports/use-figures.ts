import type { Station } from '@antrean/client';
import type { ReportAnswer } from '@antrean/protocol';
import { useEffect, useState } from 'preact/hooks';
import { type Period, periodBefore } from './periods.ts';

/** The figures of a period and, where it can be had, of the one before; `failed` while the server does not answer. */
export type FiguresNow =
  | { readonly state: 'working' | 'failed' }
  | { readonly state: 'here'; readonly report: ReportAnswer; readonly before: ReportAnswer | null };

const whileUnreadMs = 1_500;
const whileRunningMs = 15_000;

/** Asks at once when the period changes, again while days of it are being read, and now and then while its last day runs. */
export function useFigures(station: Station, { from, to }: Period, today: string, onEnded: () => void): FiguresNow {
  const [now, setNow] = useState<FiguresNow>({ state: 'working' });
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    setNow({ state: 'working' });
    const ask = async () => {
      const earlier = periodBefore({ from, to });
      const [answer, before] = await Promise.all([
        station.figures(from, to),
        station.figures(earlier.from, earlier.to),
      ]);
      if (isOver) return;
      if (answer.ok)
        setNow({
          state: 'here',
          report: answer.value,
          before: before.ok && before.value.unread === 0 ? before.value : null,
        });
      else if (answer.error.code === 'access.expired') return onEnded();
      else setNow((last) => (last.state === 'here' ? last : { state: 'failed' }));
      const isUnread = !answer.ok || answer.value.unread > 0 || (before.ok && before.value.unread > 0);
      if (isUnread || to >= today) timer = setTimeout(() => void ask(), isUnread ? whileUnreadMs : whileRunningMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [station, from, to, today]);
  return now;
}
