import { nameIn } from '../name-in.ts';
import { BringList } from '../parts/bring-list.tsx';
import { EndFoot } from '../parts/end-foot.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import type { ListStep } from '../steps.ts';
import './ending-page.css';

/** The list of papers instead of a number: on its way, in the hand, or to be photographed. */
export function ListPage(props: { scene: Scene; step: ListStep; seconds: number | null; walk: Walk }) {
  const { scene, step, seconds, walk } = props;
  const { view, language, words } = scene;
  const found = offerIn(view, step.serviceId);
  if (!found) return null;
  const { list } = words.kiosk;
  const { service } = found.offer;
  return (
    <main class="page ending">
      <ScrollList more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="ending-middle" role="status">
          <span class="ending-sign">
            {step.print === 'printing' ? (
              <span class="waiting-dots" aria-hidden="true" />
            ) : (
              <Icon name={step.print === 'printed' ? 'list' : 'camera'} />
            )}
          </span>
          <PageHeading key={step.print} text={list[step.print]} class="ending-title" />
          {step.print === 'printed' ? <p class="ending-hint">{list.printedHint}</p> : null}
          {step.print === 'failed' ? <p class="ending-hint">{list.failedHint}</p> : null}
          <section class="card bring" aria-labelledby="bring">
            <p class="soft">{nameIn(language, service)}</p>
            <h2 id="bring">{words.kiosk.service.bring}</h2>
            <BringList papers={service.bring} catalogue={scene.catalogue} language={language} isWhole />
          </section>
        </div>
      </ScrollList>
      <EndFoot scene={scene} walk={walk} seconds={seconds} isBusy={step.print === 'printing'} />
    </main>
  );
}
