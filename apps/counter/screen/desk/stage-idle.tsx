import { type CounterView, callReason } from '@antrean/domain';
import { nextOf, pauseInTheWay } from '../actions.ts';
import { type Locale, reasonText, spanText } from '../telling.ts';
import { StageNumber, StageService } from './stage-number.tsx';

/** Who is next and how many wait, above the one large button. */
export function StageIdle({ view, now, locale }: { view: CounterView; now: number; locale: Locale }) {
  const { idle, ticket } = locale.words.counter;
  const next = nextOf(view);
  const pause = pauseInTheWay(view);
  if (!next && pause)
    return (
      <div class="stage-rest">
        <h2>{locale.words.counter.pauseReasons[pause.reason]}</h2>
        <p class="stage-rest-line">{idle.paused(view.waiting.length + view.held.length)}</p>
      </div>
    );
  if (!next)
    return (
      <div class="stage-rest">
        <h2>{idle.nobody}</h2>
        <p class="stage-rest-line">{idle.nobodyHelp}</p>
      </div>
    );
  return (
    <div class="stage-idle">
      <h2 class="stage-label">{idle.next}</h2>
      <StageNumber number={next.visit.number} />
      <StageService service={next.service} agency={next.agency} locale={locale} />
      <p class="chips">
        {next.visit.priority && <strong class="chip chip-priority">{locale.words.common.priority}</strong>}
        {next.visit.language !== 'id' && (
          <span class="chip chip-language">{ticket.languages[next.visit.language]}</span>
        )}
        <span class="chip">{ticket.waited(spanText(locale, now - next.visit.arrivedAt))}</span>
        <span class="chip chip-count">{idle.waiting(view.waiting.length)}</span>
      </p>
      <p class="stage-reason">
        <span class="visually-hidden">{ticket.why}: </span>
        {reasonText(locale, callReason(next.ticket, next.visit))}
      </p>
    </div>
  );
}
