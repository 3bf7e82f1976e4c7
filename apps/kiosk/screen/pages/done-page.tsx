import { TrackBadge } from '@antrean/ui';
import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { StatusCode } from '../parts/status-code.tsx';
import { type Done, hasPaper } from '../path.ts';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import type { Slip } from '../take-number.ts';
import { waitingPlace } from '../waiting-place.ts';
import './done-page.css';

/** The number, as large as the glass allows, where to go with it, and the truth about the slip. */
export function DonePage(props: {
  scene: Scene;
  step: Done;
  seconds: number | null;
  canPrintAgain: boolean;
  walk: Walk;
}) {
  const { scene, step, seconds, canPrintAgain, walk } = props;
  const { view, language, words } = scene;
  const { issued, slip } = step;
  const says = words.kiosk.done;
  const ticket = issued.tickets[0];
  const found = ticket ? offerIn(view, ticket.serviceId) : undefined;
  const isOnPaper = hasPaper(slip);
  return (
    <main class={isOnPaper ? 'page done' : 'page done done-without-paper'}>
      <div class="done-number-block">
        <PageHeading text={says.title} class="done-title" />
        <p class="done-number number" style={{ '--letters': issued.visit.number.length }}>
          <span aria-hidden="true">{issued.visit.number}</span>
          <span class="visually-hidden">{[...issued.visit.number].join(' ')}</span>
        </p>
        {found ? (
          <p class="done-service">
            <strong>{found.agency.shortName}</strong>
            <span>{nameIn(language, found.offer.service)}</span>
          </p>
        ) : null}
        <p class="done-marks">
          {ticket ? <TrackBadge track={ticket.track} words={words} /> : null}
          {ticket?.priority ? <span class="done-priority">{words.common.priority}</span> : null}
        </p>
      </div>
      <div class="done-body">
        <SlipNews slip={slip} again={step.again} scene={scene} />
        <div class="done-next">
          {isOnPaper ? null : (
            <figure class="done-code">
              <StatusCode url={issued.statusUrl} label={says.scan} />
              <figcaption>{says.scan}</figcaption>
            </figure>
          )}
          {ticket ? <Where scene={scene} ticket={ticket} /> : null}
        </div>
      </div>
      <footer class="done-foot">
        <div class="done-buttons">
          {canPrintAgain ? (
            <button
              type="button"
              class="button-quiet"
              aria-disabled={step.again === 'printing'}
              onClick={() => walk({ kind: 'printAgain' })}
            >
              <Icon name="slip" />
              {step.again === 'printing' ? says.printingAgain : says.printAgain}
            </button>
          ) : null}
          <button type="button" class="button-main" onClick={() => walk({ kind: 'leave' })}>
            {says.leave}
          </button>
        </div>
        {seconds === null ? null : (
          <p class="done-returns">
            <strong>{says.returns(seconds)}.</strong>
            <span>{says.extend}</span>
          </p>
        )}
      </footer>
    </main>
  );
}

function SlipNews({ slip, again, scene: { words } }: { slip: Slip; again: Done['again']; scene: Scene }) {
  const says = words.kiosk.done;
  if (again === 'failed')
    return (
      <p class="slip-news slip-news-warn" role="alert">
        <Icon name="camera" />
        <span>{says.printAgainFailed}</span>
      </p>
    );
  if (slip.kind === 'PRINTED')
    return (
      <p class="slip-news" role="status">
        <Icon name="slip" />
        <span>
          <strong>{says.takeSlip}</strong>
          {slip.nearEnd ? ` ${says.nearEnd}` : null}
        </span>
      </p>
    );
  const story = { NOT_SENT: says.notPrinted, UNKNOWN: says.unknown, NONE: says.noPrinter }[slip.kind];
  return (
    <p class="slip-news slip-news-warn" role="status">
      <Icon name="camera" />
      <span>
        <strong>{says.keep}.</strong> {story}
      </span>
    </p>
  );
}

function Where({ scene, ticket }: { scene: Scene; ticket: Done['issued']['tickets'][number] }) {
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
        <dd>{ticket.estimate ? words.common.minutes(ticket.estimate[0], ticket.estimate[1]) : says.unknownWait}</dd>
      </div>
    </dl>
  );
}
