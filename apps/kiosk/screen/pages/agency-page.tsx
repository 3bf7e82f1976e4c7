import { nameIn } from '../name-in.ts';
import { AgencySign } from '../parts/agency-sign.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { ServiceList } from '../parts/service-list.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import type { Scene, Walk } from '../scene.ts';
import { agencyIn } from '../scene.ts';
import './agency-page.css';

/** What one agency does here. */
export function AgencyPage({ scene, agencyId, walk }: { scene: Scene; agencyId: string; walk: Walk }) {
  const { view, language, words } = scene;
  const found = agencyIn(view, agencyId);
  if (!found) return null;
  const { agency, offers } = found;
  return (
    <main class="page page-inner">
      <TopBar scene={scene} walk={walk} />
      <header class="agency-head">
        <AgencySign agency={agency} logos={scene.logos} isBig />
        <div>
          <PageHeading text={nameIn(language, agency)} class="agency-title" />
          <p class="soft">{words.kiosk.agency.services(offers.length)}</p>
        </div>
      </header>
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <ServiceList
          offered={offers.map((offer) => ({ offer, agency }))}
          isMixed={false}
          isMany={offers.length > 11}
          scene={scene}
          walk={walk}
        />
      </ScrollList>
    </main>
  );
}
