import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene, Walk } from '../scene.ts';
import './agency-tiles.css';

/** Every agency with its letter, the one that its numbers begin with. */
export function AgencyTiles({ scene: { view, language, words }, walk }: { scene: Scene; walk: Walk }) {
  return (
    <ul class="agency-tiles">
      {view.agencies.map(({ agency, offers }) => {
        const full = nameIn(language, agency);
        const isPaused = offers.length > 0 && offers.every((offer) => !offer.open && offer.why === 'paused');
        return (
          <li key={agency.id}>
            <button
              type="button"
              class="card agency-tile"
              onClick={() => walk({ kind: 'agency', agencyId: agency.id })}
            >
              <span class="agency-names">
                <span class="agency-letter number" aria-hidden="true">
                  {agency.letter}
                </span>
                <span class="agency-short">{agency.shortName}</span>
              </span>
              {isPaused ? (
                <span class="agency-paused">
                  <Icon name="pause" />
                  {words.kiosk.shut.break}
                </span>
              ) : full === agency.shortName ? null : (
                <span class="agency-full">{full}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
