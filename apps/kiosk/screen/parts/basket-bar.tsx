import { nameIn } from '../name-in.ts';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import type { Path } from '../steps.ts';
import { Icon } from './icon.tsx';
import './basket-bar.css';

/** While a visitor looks for another service: what is gathered already, and the way on to the number. */
export function BasketBar({ scene, path: { step }, walk }: { scene: Scene; path: Path; walk: Walk }) {
  const { basket, view, language, words } = scene;
  const isBrowsing = step.at === 'start' || step.at === 'search' || step.at === 'agency';
  if (!isBrowsing || basket.length === 0) return null;
  const { visit } = words.kiosk;
  const names = basket
    .flatMap((id) => offerIn(view, id)?.offer.service ?? [])
    .map((service) => nameIn(language, service));
  return (
    <section class="basket-bar" aria-label={visit.gathered(basket.length)}>
      <span class="basket-count number" aria-hidden="true">
        {basket.length}
      </span>
      <p class="basket-text">
        <strong>{visit.gathered(basket.length)}</strong>
        <span class="basket-names">{names.join(', ')}</span>
      </p>
      <button type="button" class="button-main basket-go" onClick={() => walk({ kind: 'visit' })}>
        {visit.review}
        <Icon name="forward" />
      </button>
    </section>
  );
}
