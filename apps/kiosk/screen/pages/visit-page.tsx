import { useMemo } from 'preact/hooks';
import { fullBasket } from '../basket.ts';
import type { Press } from '../confirming.ts';
import { isUncertain } from '../confirming.ts';
import { nameIn } from '../name-in.ts';
import { AgencyCalled } from '../parts/agency-called.tsx';
import { AgencySign } from '../parts/agency-sign.tsx';
import { BringList } from '../parts/bring-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { OfferLine } from '../parts/offer-line.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { inOrderOfPlace, offerIn, type Scene, type Walk } from '../scene.ts';
import { PriorityChoice } from './priority-choice.tsx';
import { TakeButton } from './take-button.tsx';
import './visit-page.css';

type Props = {
  scene: Scene;
  press: Press;
  priorityClass: string | null;
  walk: Walk;
  onTake: (withoutPaper: boolean) => void;
};

/** Several services under one number: which, in the order of the building, what to bring, and one press for all. */
export function VisitPage({ scene, press, priorityClass, walk, onTake }: Props) {
  const { view, basket, catalogue, words } = scene;
  const says = words.kiosk.visit;
  const chosen = inOrderOfPlace(basket, catalogue).flatMap((id) => offerIn(view, id) ?? []);
  const papers = useMemo(() => [...new Set(chosen.flatMap(({ offer }) => offer.service.bring))], [basket, catalogue]);
  const isLocked = press.state === 'taking' || isUncertain(press);
  const isAllOpen = chosen.every(({ offer }) => offer.open);
  return (
    <main class="page page-inner">
      <TopBar scene={scene} walk={walk} isLocked={press.state === 'taking'} />
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="visit">
          <header>
            <PageHeading text={says.title(chosen.length)} class="visit-title" />
            {chosen.length > 1 ? <p class="soft">{says.hint}</p> : null}
          </header>
          <ol class="visit-stops">
            {chosen.map(({ offer, agency }) => (
              <li key={offer.service.id} class="card visit-stop">
                <AgencySign agency={agency} logos={scene.logos} />
                <span class="visit-stop-text">
                  <span class="soft">
                    <AgencyCalled agency={agency} language={scene.language} />
                  </span>
                  <strong>{nameIn(scene.language, offer.service)}</strong>
                  <OfferLine offer={offer} scene={scene} />
                </span>
                <button
                  type="button"
                  class="button-quiet visit-remove"
                  aria-label={says.remove(nameIn(scene.language, offer.service))}
                  disabled={isLocked}
                  onClick={() => walk({ kind: 'removed', serviceId: offer.service.id })}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ol>
          {basket.length < fullBasket ? (
            <button
              type="button"
              class="button-quiet visit-more"
              disabled={isLocked}
              onClick={() => walk({ kind: 'addMore' })}
            >
              <Icon name="plus" />
              {says.addMore}
            </button>
          ) : (
            <p class="soft">{says.full(fullBasket)}</p>
          )}
          {papers.length === 0 ? null : (
            <section class="card bring" aria-labelledby="bring">
              <h2 id="bring">{words.kiosk.service.bring}</h2>
              <BringList {...{ papers, catalogue }} language={scene.language} />
            </section>
          )}
          <PriorityChoice scene={scene} chosen={priorityClass} isLocked={isLocked} walk={walk} />
        </div>
      </ScrollList>
      <footer class="page-foot">
        {isAllOpen ? (
          <TakeButton {...{ scene, press, walk, onTake }} hasPapers={papers.length > 0} />
        ) : (
          <p class="notice notice-warn" role="status">
            {says.shut}
          </p>
        )}
      </footer>
    </main>
  );
}
