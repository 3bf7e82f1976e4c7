import { nameIn } from '../name-in.ts';
import type { Offered, Scene, Walk } from '../scene.ts';
import { AgencyCalled } from './agency-called.tsx';
import { Icon } from './icon.tsx';
import { OfferLine } from './offer-line.tsx';
import './service-list.css';

/** One touch opens the service's page, also while no number can be had, because that page says what to do instead. */
export function ServiceList(props: {
  offered: readonly Offered[];
  /** With the agency's name on each, where several agencies stand in one list. */
  isMixed: boolean;
  /** Two to a row where the glass is wide enough. */
  isMany: boolean;
  scene: Scene;
  walk: Walk;
}) {
  const { offered, isMixed, isMany, scene, walk } = props;
  return (
    <ul class={isMany ? 'service-list service-list-many' : 'service-list'}>
      {offered.map(({ offer, agency }, row) => (
        // What is found changes with every letter: the rows stay, and only say something else.
        <li key={isMixed ? row : offer.service.id}>
          <button
            type="button"
            class="card service-card"
            onClick={() => walk({ kind: 'service', serviceId: offer.service.id })}
          >
            <span class="service-card-text">
              {isMixed ? (
                <span class="service-card-agency">
                  <AgencyCalled agency={agency} language={scene.language} />
                </span>
              ) : null}
              <span class="service-card-name">{nameIn(scene.language, offer.service)}</span>
              <OfferLine offer={offer} scene={scene} />
            </span>
            <Icon name={scene.basket.includes(offer.service.id) ? 'check' : 'forward'} />
          </button>
        </li>
      ))}
    </ul>
  );
}
