import type { ServiceOffer } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import { keptTogether, nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import { OfferLine } from '../parts/offer-line.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { type Confirming, isUncertain } from '../path.ts';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import { PriorityChoice } from './priority-choice.tsx';
import { TakeButton } from './take-button.tsx';
import './service-page.css';

/** The last page before the number: what to bring, how long, whether to be served earlier. */
export function ServicePage(props: {
  scene: Scene;
  step: Confirming;
  walk: Walk;
  onTake: (withoutPaper: boolean) => void;
}) {
  const { scene, step, walk, onTake } = props;
  const { view, catalogue, language, words } = scene;
  const found = offerIn(view, step.serviceId);
  if (!found) return null;
  const { offer, agency } = found;
  const { service } = offer;
  const says = words.kiosk.service;
  const isLocked = step.press.state === 'taking';
  return (
    <main class="page page-inner">
      <TopBar
        words={words}
        language={language}
        onLanguage={(chosen) => walk({ kind: 'language', language: chosen })}
        onBack={() => walk({ kind: 'back' })}
        isLocked={isLocked}
      />
      <div class="service">
        <header class="service-head">
          <p class="service-agency">
            <span class="agency-letter number" aria-hidden="true">
              {agency.letter}
            </span>
            {nameIn(language, agency)}
          </p>
          <PageHeading text={nameIn(language, service)} class="service-title" />
          <p class="service-track">
            <TrackBadge track={service.track} words={words} />
            <span>{says.tracks[service.track]}</span>
          </p>
          {offer.open ? (
            <Outlook offer={offer} scene={scene} />
          ) : (
            <div class="notice notice-warn" role="status">
              <OfferLine offer={offer} language={language} words={words} timeZone={catalogue.site.timeZone} />
              <p>{says.shutHint}</p>
            </div>
          )}
        </header>
        <section class="card service-bring" aria-labelledby="bring">
          <h2 id="bring">{says.bring}</h2>
          {service.bring.length === 0 ? (
            <p>{says.bringNothing}</p>
          ) : (
            <ul lang="id">
              {service.bring.map((paper) => (
                <li key={paper}>
                  <Icon name="check" />
                  {keptTogether(paper)}
                </li>
              ))}
            </ul>
          )}
        </section>
        {offer.open ? (
          <PriorityChoice
            classes={catalogue.priorityClasses}
            chosen={step.priorityClass}
            words={words}
            language={language}
            isLocked={isLocked || isUncertain(step.press)}
            onChoose={(priorityClass) => walk({ kind: 'priority', priorityClass })}
          />
        ) : null}
      </div>
      <footer class="service-foot">
        {offer.open ? (
          <TakeButton press={step.press} language={language} words={words} onTake={onTake} />
        ) : (
          <button type="button" class="button-main" onClick={() => walk({ kind: 'back' })}>
            <Icon name="back" />
            {says.chooseOther}
          </button>
        )}
      </footer>
    </main>
  );
}

function Outlook({ offer, scene: { words } }: { offer: ServiceOffer; scene: Scene }) {
  const { ahead, estimate } = offer.outlook;
  const says = words.kiosk.service;
  return (
    <dl class="figures">
      <div>
        <dt>
          <Icon name="people" />
          {says.ahead}
        </dt>
        <dd>{ahead}</dd>
      </div>
      <div class={estimate ? undefined : 'figures-warn'}>
        <dt>
          <Icon name="clock" />
          {says.wait}
        </dt>
        {estimate ? (
          <dd>{words.common.minutes(...estimate)}</dd>
        ) : (
          <>
            <dd class="figures-words">{says.noCounter}</dd>
            <dd class="figures-note">{says.stillPossible}</dd>
          </>
        )}
      </div>
    </dl>
  );
}
