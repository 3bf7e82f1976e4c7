import { nameIn } from '../name-in.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { ServiceList } from '../parts/service-list.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import type { Scene, Walk } from '../scene.ts';
import { agencyIn } from '../scene.ts';
import './agency-page.css';

export function AgencyPage({ scene, agencyId, walk }: { scene: Scene; agencyId: string; walk: Walk }) {
  const { view, catalogue, language, words } = scene;
  const found = agencyIn(view, agencyId);
  if (!found) return null;
  const { agency, offers } = found;
  return (
    <main class="page page-inner">
      <TopBar
        words={words}
        language={language}
        onLanguage={(chosen) => walk({ kind: 'language', language: chosen })}
        onBack={() => walk({ kind: 'back' })}
      />
      <header class="agency-head">
        <span class="agency-letter agency-letter-big number" aria-hidden="true">
          {agency.letter}
        </span>
        <div>
          <PageHeading text={nameIn(language, agency)} class="agency-title" />
          <p class="soft">{words.kiosk.agency.services(offers.length)}</p>
        </div>
      </header>
      <ScrollList more={words.kiosk.agency.more}>
        <ServiceList
          offers={offers.map((offer) => ({ offer, agency: null }))}
          words={words}
          language={language}
          timeZone={catalogue.site.timeZone}
          onService={(serviceId) => walk({ kind: 'service', serviceId })}
        />
      </ScrollList>
    </main>
  );
}
