import type { Service } from '@antrean/domain';
import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import { Languages } from '../parts/languages.tsx';
import { NoPaperNotice } from '../parts/no-paper-notice.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import type { Scene, Walk } from '../scene.ts';
import { AgencyTiles } from './agency-tiles.tsx';
import './start-page.css';

/** Where everybody begins: search, what most people come for, and every agency. */
export function StartPage({ scene, popular, walk }: { scene: Scene; popular: readonly Service[]; walk: Walk }) {
  const { catalogue, language, words } = scene;
  const { start } = words.kiosk;
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.id, agency]));
  return (
    <main class="page start">
      <header class="start-top">
        <div class="start-bar">
          <p class="start-welcome">{start.welcome}</p>
          <Languages scene={scene} walk={walk} />
        </div>
        <PageHeading text={catalogue.site.name} lang="id" class="start-site" />
        <button type="button" class="start-search" onClick={() => walk({ kind: 'search', query: '' })}>
          <Icon name="search" />
          <span class="start-search-text">
            <strong>{start.question}</strong>
            <span>
              {start.search}, {start.searchExample}
            </span>
          </span>
        </button>
      </header>
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="start-body">
          {scene.noPaper ? (
            <NoPaperNotice state={scene.noPaper} words={words} hint={words.kiosk.printer.orDesk} />
          ) : null}
          <section class="start-popular" aria-labelledby="popular">
            <h2 id="popular">{start.mostUsed}</h2>
            <ul class="popular">
              {popular.map((service) => (
                <li key={service.id}>
                  <button
                    type="button"
                    class="card popular-card"
                    onClick={() => walk({ kind: 'service', serviceId: service.id })}
                  >
                    <span class="popular-name">{nameIn(language, service)}</span>
                    <span class="popular-agency">{agencies.get(service.agencyId)?.shortName}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          <section class="start-agencies" aria-labelledby="agencies">
            <h2 id="agencies">{start.agencies}</h2>
            <AgencyTiles scene={scene} walk={walk} />
          </section>
        </div>
      </ScrollList>
    </main>
  );
}
