import { TrackBadge } from '@antrean/ui';
import { type Done, standing } from '../done.ts';
import { nameIn } from '../name-in.ts';
import { AgencyCalled } from '../parts/agency-called.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { StatusCode } from '../parts/status-code.tsx';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import { DoneFoot } from './done-foot.tsx';
import { SlipNews } from './slip-news.tsx';
import { Stops } from './stops.tsx';
import { Where } from './where.tsx';
import './done-page.css';

/** The number, as large as the glass allows, where to go with it, and the truth about the slip. */
export function DonePage({
  scene,
  step,
  seconds,
  walk,
}: {
  scene: Scene;
  step: Done;
  seconds: number | null;
  walk: Walk;
}) {
  const { words } = scene;
  const { issued, slip } = step;
  const says = words.kiosk.done;
  const [first, ...others] = issued.tickets;
  const stands = standing(step);
  const hasCode = slip.kind !== 'PRINTED';
  return (
    <main class={hasCode ? 'page done done-without-paper' : 'page done'}>
      <div class="done-number-block">
        <PageHeading text={says.title} class="done-title" />
        <p class="done-number number" style={{ '--letters': issued.visit.number.length }}>
          <span aria-hidden="true">{issued.visit.number}</span>
          <span class="visually-hidden">{[...issued.visit.number].join(' ')}</span>
        </p>
        <For issued={issued} scene={scene} />
      </div>
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="done-body">
          {stands === 'unnoted' ? null : <SlipNews step={step} words={words} />}
          <div class="done-next">
            {hasCode ? (
              <figure class="done-code">
                <StatusCode url={issued.statusUrl} label={says.scan} />
                <figcaption>{says.scan}</figcaption>
              </figure>
            ) : null}
            {first && others.length === 0 ? <Where scene={scene} ticket={first} /> : null}
            {others.length > 0 ? <Stops scene={scene} tickets={issued.tickets} /> : null}
          </div>
        </div>
      </ScrollList>
      <DoneFoot standing={stands} step={step} scene={scene} seconds={seconds} walk={walk} />
    </main>
  );
}

function For({ issued, scene }: { issued: Done['issued']; scene: Scene }) {
  const { view, language, words } = scene;
  const [first, ...others] = issued.tickets;
  const found = first && others.length === 0 ? offerIn(view, first.serviceId) : undefined;
  return (
    <div class="done-for">
      {found ? (
        <p class="done-service">
          <AgencyCalled agency={found.agency} language={language} />
          <span>{nameIn(language, found.offer.service)}</span>
        </p>
      ) : null}
      {others.length > 0 ? (
        <p class="done-service">
          <strong>{words.kiosk.done.stops(issued.tickets.length)}</strong>
        </p>
      ) : null}
      <p class="done-marks">
        {first && others.length === 0 ? <TrackBadge track={first.track} words={words} /> : null}
        {issued.tickets.some(({ priority }) => priority) ? (
          <span class="done-priority">{words.common.priority}</span>
        ) : null}
      </p>
    </div>
  );
}
