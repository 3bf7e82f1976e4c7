import type { Done } from '../done.ts';
import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { waitingPlace } from '../waiting-place.ts';

type Ticket = Done['issued']['tickets'][number];

/** Where to wait with one number, for how long, and behind how many. */
export function Where({ scene, ticket }: { scene: Scene; ticket: Ticket }) {
  const { hall, catalogue, language, words } = scene;
  const says = words.kiosk.done;
  const { zone, counters } = waitingPlace(hall, catalogue, ticket.queueId);
  return (
    <dl class="done-facts">
      <div class="done-where">
        <dt>
          <Icon name="place" />
          {says.waitAt}
        </dt>
        <dd>
          {zone ? <span>{nameIn(language, zone)}</span> : null}
          <span>{counters === null ? says.counterLater : says.counters(counters)}</span>
        </dd>
      </div>
      {ticket.ahead === null ? (
        <div class="done-where">
          <dt>
            <Icon name="people" />
            {says.order}
          </dt>
        </div>
      ) : (
        <>
          <div>
            <dt>
              <Icon name="people" />
              {says.ahead}
            </dt>
            <dd>{ticket.ahead === 0 ? says.nobody : says.people(ticket.ahead)}</dd>
          </div>
          <div>
            <dt>
              <Icon name="clock" />
              {says.wait}
            </dt>
            <dd>{ticket.estimate ? words.common.minutes(...ticket.estimate) : says.unknownWait}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
