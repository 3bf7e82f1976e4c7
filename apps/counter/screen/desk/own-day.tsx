import type { CounterView } from '@antrean/domain';
import type { Locale } from '../telling.ts';
import './own-day.css';

/** The counter's own day so far, for the officer and for nobody else (rule [C9]). */
export function OwnDay({ view, locale }: { view: CounterView; locale: Locale }) {
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
        <div title={ownDay.waitOf(view.counter.called)}>
          <dt>{ownDay.wait}</dt>
          <dd>{minutes(view.meanWaitMinutes)}</dd>
        </div>
      </dl>
    </section>
  );
}
