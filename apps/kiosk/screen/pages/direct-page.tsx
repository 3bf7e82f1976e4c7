import { nameIn } from '../name-in.ts';
import { EndFoot } from '../parts/end-foot.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import type { DirectStep } from '../steps.ts';
import './ending-page.css';

/** Where to go at once: the names of the free stations, as large as a number would be. */
export function DirectPage(props: { scene: Scene; step: DirectStep; seconds: number | null; walk: Walk }) {
  const { scene, step, seconds, walk } = props;
  const { view, catalogue, language, words } = scene;
  const { direct } = words.kiosk;
  const found = offerIn(view, step.serviceId);
  const place = catalogue.counters.find(({ name }) => name === step.counters[0]);
  const zone = catalogue.zones.find(({ id }) => id === place?.zoneId);
  return (
    <main class="page ending">
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="ending-middle" role="status">
          <PageHeading text={direct.title} class="ending-title" />
          <p class="ending-where number">{choiceOf(step.counters, language)}</p>
          {zone ? <p class="ending-zone">{nameIn(language, zone)}</p> : null}
          {found ? <p class="ending-hint">{nameIn(language, found.offer.service)}</p> : null}
          <p class="ending-hint">{direct.hint}</p>
        </div>
      </ScrollList>
      <EndFoot scene={scene} walk={walk} seconds={seconds} />
    </main>
  );
}

/** Names to choose from, as people say them: "M1, M2, atau M3". */
export function choiceOf(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}
