import type { KioskView } from '@antrean/domain';
import { nameIn, readsIndonesian } from '../name-in.ts';
import { AgencySign } from '../parts/agency-sign.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene, Walk } from '../scene.ts';
import './agency-tiles.css';

/** Every agency with its logo or letter; in Indonesian under the short name that everybody uses. */
export function AgencyTiles({ scene, walk }: { scene: Scene; walk: Walk }) {
  const { view, language, words } = scene;
  return (
    <ul class="agency-tiles">
      {[...view.agencies].sort(byLetter).map(({ agency, offers }) => {
        const isPaused = offers.length > 0 && offers.every((offer) => !offer.open && offer.why === 'paused');
        return (
          <li key={agency.id}>
            <button
              type="button"
              class="card agency-tile"
              onClick={() => walk({ kind: 'agency', agencyId: agency.id })}
            >
              <AgencySign agency={agency} logos={scene.logos} />
              <span class="agency-name">
                {readsIndonesian(language) ? agency.shortName : nameIn(language, agency)}
                {isPaused ? (
                  <span class="agency-paused">
                    <Icon name="pause" />
                    {words.kiosk.shut.break}
                  </span>
                ) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function byLetter(a: KioskView['agencies'][number], b: KioskView['agencies'][number]): number {
  return a.agency.letter.localeCompare(b.agency.letter);
}
