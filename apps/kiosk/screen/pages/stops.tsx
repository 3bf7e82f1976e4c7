import { TrackBadge } from '@antrean/ui';
import type { Done } from '../done.ts';
import { nameIn } from '../name-in.ts';
import { offerIn, type Scene } from '../scene.ts';
import { waitingPlace } from '../waiting-place.ts';
import './stops.css';

/** The stops of a visit with several services, in the order of the building, as they stand on the slip. */
export function Stops({ scene, tickets }: { scene: Scene; tickets: Done['issued']['tickets'] }) {
  const { hall, catalogue, view, language, words } = scene;
  const says = words.kiosk.done;
  return (
    <ol class="stops">
      {tickets.map((ticket, index) => {
        const found = offerIn(view, ticket.serviceId);
        const { zone, counters } = waitingPlace(hall, catalogue, ticket.queueId);
        const where = [
          zone ? nameIn(language, zone) : '',
          counters === null ? says.counterLater : says.counters(counters),
        ];
        return (
          <li key={ticket.id} class="stop">
            <span class="stop-mark number" aria-hidden="true">
              {index + 1}
            </span>
            <span class="stop-text">
              <strong class="stop-where">{where.filter((part) => part !== '').join(' · ')}</strong>
              <span>{found ? `${found.agency.shortName}: ${nameIn(language, found.offer.service)}` : ''}</span>
            </span>
            <span class="stop-figures">
              <TrackBadge track={ticket.track} words={words} />
              {ticket.ahead === null ? null : (
                <span>{ticket.estimate ? words.common.minutes(...ticket.estimate) : says.unknownWait}</span>
              )}
            </span>
          </li>
        );
      })}
      {tickets.some(({ ahead }) => ahead === null) ? <li class="soft">{says.order}</li> : null}
    </ol>
  );
}
