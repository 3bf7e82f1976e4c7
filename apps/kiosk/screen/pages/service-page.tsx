import type { ServiceOffer } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import { isExhausted, isUncertain, type Press } from '../confirming.ts';
import { nameIn } from '../name-in.ts';
import { AgencySign } from '../parts/agency-sign.tsx';
import { BringList } from '../parts/bring-list.tsx';
import { OfferLine } from '../parts/offer-line.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import { Outlook } from './outlook.tsx';
import { PriorityChoice } from './priority-choice.tsx';
import { ServiceActions } from './service-actions.tsx';
import './service-page.css';

/** The last page before the number: what to bring, how long, whether to be served earlier. */
export function ServicePage(props: {
  scene: Scene;
  serviceId: string;
  press: Press;
  priorityClass: string | null;
  walk: Walk;
  onTake: (withoutPaper: boolean) => void;
}) {
  const { scene, serviceId, press, priorityClass, walk, onTake } = props;
  const { view, language, words, basket } = scene;
  const found = offerIn(view, serviceId);
  if (!found) return null;
  const { offer, agency } = found;
  const { service } = offer;
  const says = words.kiosk.service;
  return (
    <main class="page page-inner">
      <TopBar scene={scene} walk={walk} isLocked={press.state === 'taking'} />
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="service">
          <header class="service-head">
            <p class="service-agency">
              <AgencySign agency={agency} logos={scene.logos} />
              {nameIn(language, agency)}
            </p>
            <PageHeading text={nameIn(language, service)} class="service-title" />
            <p class="service-track">
              <TrackBadge track={service.track} words={words} />
              <span>{says.tracks[service.track]}</span>
            </p>
            <Standing offer={offer} scene={scene} />
          </header>
          <section class="card bring" aria-labelledby="bring">
            <h2 id="bring">{says.bring}</h2>
            {service.bring.length === 0 ? (
              <p>{says.bringNothing}</p>
            ) : (
              <BringList papers={service.bring} catalogue={scene.catalogue} language={language} />
            )}
          </section>
          {offer.open && basket.length === 0 && !isExhausted(press) ? (
            <PriorityChoice
              scene={scene}
              chosen={priorityClass}
              isLocked={press.state === 'taking' || isUncertain(press)}
              walk={walk}
            />
          ) : null}
        </div>
      </ScrollList>
      <footer class="page-foot">
        <ServiceActions scene={scene} offer={offer} press={press} walk={walk} onTake={onTake} />
      </footer>
    </main>
  );
}

function Standing({ offer, scene }: { offer: ServiceOffer; scene: Scene }) {
  if (!offer.open)
    return (
      <div class="notice notice-warn" role="status">
        <OfferLine offer={offer} scene={scene} />
        <p>{scene.words.kiosk.service.shutHint}</p>
      </div>
    );
  return scene.hasFigures ? <Outlook outlook={offer.outlook} words={scene.words} /> : null;
}
