import { type CounterView, isAtCounter } from '@antrean/domain';
import { type Locale, reasonText, spanText, stopwatchText } from '../telling.ts';
import { CallsLine } from './calls-line.tsx';
import type { DeskProps } from './desk.tsx';
import { StageNumber, StageService } from './stage-number.tsx';
import { VisitPanel, type VisitPanelProps } from './visit-panel.tsx';

type StageTicketProps = Pick<DeskProps, 'catalogue' | 'receipt' | 'now'> & VisitPanelProps;

/** The visitor at the counter: the number first, then what it is about, why it was called, and what to look at. */
export function StageTicket(props: StageTicketProps) {
  const { present, catalogue, receipt, now, locale } = props;
  const { ticket, visit, service, agency } = present;
  const words = locale.words.counter;
  if (!isAtCounter(ticket)) return null;
  return (
    <div class="stage-ticket">
      <div class="stage-ticket-main">
        <h2 class="stage-label">
          {ticket.state === 'called' ? words.called.title : words.serving.title}
          {ticket.state === 'serving' && (
            <span class="stage-elapsed number" role="timer" aria-label={words.serving.elapsed}>
              {stopwatchText(now - ticket.startedAt)}
            </span>
          )}
        </h2>
        <StageNumber number={visit.number} />
        <StageService service={service} agency={agency} locale={locale} />
        <Chips present={present} locale={locale} />
        <p class="stage-reason">
          <span class="visually-hidden">{words.ticket.why}: </span>
          {reasonText(locale, ticket.reason)}
        </p>
        {ticket.state === 'called' && (
          <CallsLine
            calls={ticket.calls}
            maxCalls={catalogue.rules.maxCalls}
            ago={now - ticket.lastCallAt}
            receipt={receipt}
            locale={locale}
          />
        )}
      </div>
      <VisitPanel key={ticket.id} {...props} />
    </div>
  );
}

type ChipsProps = { readonly present: NonNullable<CounterView['present']>; readonly locale: Locale };

function Chips({ present: { ticket, visit }, locale }: ChipsProps) {
  const { common, counter } = locale.words;
  if (!isAtCounter(ticket)) return null;
  return (
    <p class="chips">
      {visit.priority && <strong class="chip chip-priority">{common.priority}</strong>}
      <span class={visit.language === 'id' ? 'chip' : 'chip chip-language'}>
        {counter.ticket.languages[visit.language]}
      </span>
      <span class="chip">{counter.ticket.waited(spanText(locale, ticket.calledAt - visit.arrivedAt))}</span>
    </p>
  );
}
