import type { Catalogue, CounterView, TicketCard } from '@antrean/domain';
import { type Locale, nameOf } from '../telling.ts';
import './ticket-papers.css';

type TicketPapersProps = {
  readonly present: NonNullable<CounterView['present']>;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
};

/** Papers to look through, ticked off for this ticket only and kept nowhere; and where else the visitor goes today. */
export function TicketPapers({ present, catalogue, locale }: TicketPapersProps) {
  const { service, otherLegs } = present;
  const words = locale.words.counter.ticket;
  return (
    <div class="papers">
      <h3>{words.papers}</h3>
      {service.bring.length === 0 ? (
        <p>{words.noPapers}</p>
      ) : (
        <ul lang="id">
          {service.bring.map((paper) => (
            <li key={paper}>
              <label>
                <input type="checkbox" />
                <span>{paper}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {otherLegs.length > 0 && (
        <>
          <h3>{words.otherLegs}</h3>
          <ul class="legs">
            {otherLegs.map((leg) => (
              <li key={leg.ticket.id}>
                <strong>{leg.agency.shortName}</strong> {nameOf(locale, leg.service)}
                <span class="leg-state">{legText(leg, catalogue, locale)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function legText({ ticket }: TicketCard, catalogue: Catalogue, locale: Locale): string {
  const { legStates, lists } = locale.words.counter;
  switch (ticket.state) {
    case 'waiting':
      return ticket.after === null ? legStates.waiting : lists.afterLeg;
    case 'called':
    case 'serving': {
      const place = catalogue.counters.find(({ id }) => id === ticket.counterId);
      return place ? lists.atCounter(place.name) : legStates[ticket.state];
    }
    case 'parked':
    case 'no_show':
      return legStates[ticket.state];
    default:
      return '';
  }
}
