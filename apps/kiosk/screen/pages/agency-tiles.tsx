import type { KioskView } from '@antrean/domain';
import { nameIn, readsIndonesian } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene, Walk } from '../scene.ts';
import './agency-tiles.css';

/** Every agency with its letter, the one that its numbers begin with; in Indonesian under the short name that everybody uses. */
export function AgencyTiles({ scene: { view, language, words }, walk }: { scene: Scene; walk: Walk }) {
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
              <span class="agency-letter number" aria-hidden="true">
                {agency.letter}
              </span>
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
