import { type Catalogue, type CounterView, isAtCounter, type SiteRules } from '@antrean/domain';
import { ageText, type Locale, nameOf, reasonText, spanText, stopwatchText } from '../telling.ts';
import { TicketPapers } from './ticket-papers.tsx';

type Present = NonNullable<CounterView['present']>;

type StageTicketProps = {
  readonly present: Present;
  readonly catalogue: Catalogue;
  readonly rules: SiteRules;
  readonly now: number;
  readonly locale: Locale;
};

/** The visitor at the counter: the number first, then what it is about, why it was called, and what to look at. */
export function StageTicket({ present, catalogue, rules, now, locale }: StageTicketProps) {
  const { ticket, visit, service, agency } = present;
  const words = locale.words.counter;
  if (!isAtCounter(ticket)) return null;
  return (
    <div class="stage-ticket">
      <div class="stage-ticket-main">
        <h2 class="stage-label">
          {ticket.state === 'called' ? words.called.title : words.serving.title}
          {ticket.state === 'called' ? (
            <Calls calls={ticket.calls} maxCalls={rules.maxCalls} ago={now - ticket.lastCallAt} locale={locale} />
          ) : (
            <span class="stage-elapsed number" role="timer" aria-label={words.serving.elapsed}>
              {stopwatchText(now - ticket.startedAt)}
            </span>
          )}
        </h2>
        <p class="stage-number number" style={{ '--chars': visit.number.length }}>
          {visit.number}
        </p>
        <p class="stage-service">
          {nameOf(locale, service)}
          <span class="stage-agency">{agency.shortName}</span>
        </p>
        <p class="chips">
          {visit.priority && <strong class="chip chip-priority">{locale.words.common.priority}</strong>}
          <span class={visit.language === 'id' ? 'chip' : 'chip chip-language'}>
            {words.ticket.languages[visit.language]}
          </span>
          <span class="chip">{words.ticket.waited(spanText(locale, ticket.calledAt - visit.arrivedAt))}</span>
        </p>
        <p class="stage-reason">
          <span class="visually-hidden">{words.ticket.why}: </span>
          {reasonText(locale, ticket.reason)}
        </p>
      </div>
      <TicketPapers key={ticket.id} present={present} catalogue={catalogue} locale={locale} />
    </div>
  );
}

function Calls(props: { calls: number; maxCalls: number; ago: number; locale: Locale }) {
  const { called } = props.locale.words.counter;
  const isLast = props.calls >= props.maxCalls;
  return (
    <span class={isLast ? 'calls calls-last' : 'calls'}>
      <span class="calls-dots" aria-hidden="true">
        {Array.from({ length: props.maxCalls }, (_, i) => (
          <i key={i} class={i < props.calls ? 'made' : ''} />
        ))}
      </span>
      {isLast ? called.lastCall : called.call(props.calls)}
      <span class="calls-ago">{called.ago(ageText(props.locale, props.ago))}</span>
    </span>
  );
}
