import type { CounterView } from '@antrean/domain';
import type { Locale } from '../telling.ts';
import './own-day.css';

/** The counter's own day so far and the wait in its queues now, for the officer and for nobody else. */
export function OwnDay({ view, now, locale }: { view: CounterView; now: number; locale: Locale }) {
  const { ownDay } = locale.words.counter;
  const minutes = (mean: number | null) =>
    mean === null
      ? '–'
      : ownDay.minutes(new Intl.NumberFormat(locale.language, { maximumFractionDigits: 1 }).format(mean));
  return (
    <section class="own-day" aria-label={ownDay.title}>
      <h2>{ownDay.title}</h2>
      <dl>
        <div>
          <dt>{ownDay.served}</dt>
          <dd>{view.counter.served}</dd>
        </div>
        <div>
          <dt>{ownDay.service}</dt>
          <dd>{minutes(view.meanServiceMinutes)}</dd>
        </div>
        <div>
          <dt>{ownDay.wait}</dt>
          <dd>{minutes(meanWait(view, now))}</dd>
        </div>
      </dl>
    </section>
  );
}

function meanWait({ waiting }: CounterView, now: number): number | null {
  if (waiting.length === 0) return null;
  const waited = waiting.reduce((sum, { visit }) => sum + Math.max(0, now - visit.arrivedAt), 0);
  return waited / waiting.length / 60_000;
}
