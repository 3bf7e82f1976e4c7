import type { Catalogue, CounterView, TicketCard } from '@antrean/domain';
import { type Locale, nameOf, stopText } from '../telling.ts';
import type { Story } from '../use-story.ts';

type StopsProps = {
  readonly present: NonNullable<CounterView['present']>;
  readonly story: Story;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
};

/** Where else the visitor goes today, and where the visit has been already. */
export function Stops({ present, story, catalogue, locale }: StopsProps) {
  const { ticket: words } = locale.words.counter;
  const { ticket, otherLegs } = present;
  const alive = new Set([ticket.id, ...otherLegs.map((leg) => leg.ticket.id)]);
  const earlier = story === null || story === 'failed' ? [] : story.stops.filter((stop) => !alive.has(stop.ticketId));
  return (
    <>
      {earlier.length > 0 && (
        <>
          <h3>{words.earlier}</h3>
          <ul class="stops">
            {earlier.map((stop) => (
              <li key={stop.ticketId}>
                <StopName serviceId={stop.serviceId} catalogue={catalogue} locale={locale} />
                <span class="stop-state">{stopText(locale, catalogue, stop)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {story === 'failed' && <p class="stop-state">{words.storyFailed}</p>}
      {otherLegs.length > 0 && (
        <>
          <h3>{words.otherLegs}</h3>
          <ul class="stops">
            {otherLegs.map((leg) => (
              <li key={leg.ticket.id}>
                <StopName serviceId={leg.service.id} catalogue={catalogue} locale={locale} />
                <span class="stop-state">{legText(leg, catalogue, locale)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StopName({ serviceId, catalogue, locale }: { serviceId: string; catalogue: Catalogue; locale: Locale }) {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
  return (
    <>
      <strong>{agency?.shortName}</strong> {service ? nameOf(locale, service) : serviceId}
    </>
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
