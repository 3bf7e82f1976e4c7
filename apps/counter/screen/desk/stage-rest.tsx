import type { CounterView } from '@antrean/domain';
import { type Locale, spanText } from '../telling.ts';

/** The counter while it calls nobody: closed, or paused with its reason and for how long. */
export function StageRest({ view, now, locale }: { view: CounterView; now: number; locale: Locale }) {
  const { counter, waiting } = view;
  const { closed, paused, pauseReasons } = locale.words.counter;
  if (counter.state === 'paused')
    return (
      <div class="stage-rest">
        <h2>{paused.title}</h2>
        <p class="stage-rest-line">
          {paused.line(pauseReasons[counter.reason], spanText(locale, now - counter.since))}
        </p>
        <p>{paused.waiting(waiting.length)}</p>
      </div>
    );
  return (
    <div class="stage-rest">
      <h2>{closed.title}</h2>
      <p class="stage-rest-line">{closed.waiting(waiting.length)}</p>
    </div>
  );
}
