import { type Catalogue, displayView, type Hall } from '@antrean/domain';
import type { LinkState } from '@antrean/ui';
import { BigCalls } from './big-calls.tsx';
import { bigCalls, burnInShift, byCounter, pageAt } from './board.ts';
import type { Languages } from './both.tsx';
import { agencyPauses, headlineFor, hoursAhead } from './hours.ts';
import type { Layout } from './layout.ts';
import { EarlierCalls, NowServing } from './lists.tsx';
import { Masthead } from './masthead.tsx';
import { Foot, HeadlineNotice } from './notices.tsx';
import { PostedNotice, rowsOf } from './posted-notice.tsx';
import './wall.css';
import './portrait.css';

export type WallProps = {
  readonly catalogue: Catalogue | null;
  readonly hall: Hall | null;
  readonly link: LinkState;
  /** The server's clock, and this machine's own for the age of the picture. */
  readonly now: number;
  readonly localNow: number;
  readonly demo: boolean;
  readonly zoneId: string | null;
  readonly languages: Languages;
  readonly layout: Layout;
  readonly onShown: (callSeq: number) => void;
};

const keptEarlier = 12;

/** The whole picture of one display. It never goes blank: what is not known yet is said. */
export function Wall(props: WallProps) {
  const { catalogue, hall, languages, layout, zoneId, now, link, localNow } = props;
  const [x, y] = burnInShift(now);
  const size = { '--unit': `${layout.unit}px`, '--big': `${layout.big}px`, '--shift': `${x}px, ${y}px` };
  return (
    <div class={`wall wall-${layout.shape}`} style={size}>
      <Masthead {...{ catalogue, zoneId, languages, link, now, localNow }} />
      {catalogue && hall ? (
        <Picture {...props} catalogue={catalogue} hall={hall} />
      ) : (
        <main class="wall-main">
          <HeadlineNotice headline={{ kind: 'connecting' }} languages={languages} timeZone="UTC" />
        </main>
      )}
    </div>
  );
}

function Picture(props: WallProps & { readonly catalogue: Catalogue; readonly hall: Hall }) {
  const { catalogue, hall, languages, layout, zoneId, now } = props;
  const view = displayView(hall, catalogue, zoneId);
  const { maxCalls } = catalogue.rules;
  const { timeZone } = catalogue.site;
  const headline = headlineFor(hall, catalogue, view.lastCalls.length > 0 || view.nowServing.length > 0, now);
  // One after the other, because two banners would leave no room for the calls.
  const [notice] = pageAt(view.notices, 1, now).items;
  const taken = (headline ? 1 : 0) + (notice ? rowsOf(notice) : 0);
  const calls = bigCalls(view, Math.max(1, layout.bigRows - taken), now);
  // On its side a panel has the room of a big row for them.
  const lines = notice && layout.shape === 'landscape' ? 2 * rowsOf(notice) : 0;
  const inFront = new Set(calls.items.map(({ number, counter }) => `${number} ${counter}`));
  const earlier = view.lastCalls
    .filter(({ number, counter }) => !inFront.has(`${number} ${counter.name}`))
    .slice(0, keptEarlier);
  const pauses = agencyPauses(view.pauses, catalogue, zoneId);
  return (
    <>
      {notice && <PostedNotice {...{ notice, languages }} />}
      <main class="wall-main">
        <div class="wall-calls">
          {headline && <HeadlineNotice {...{ headline, languages, timeZone }} />}
          {calls.items.length > 0 && <BigCalls {...{ calls, languages, maxCalls }} onShown={props.onShown} />}
        </div>
        <div class="wall-lists">
          <NowServing
            lines={pageAt(byCounter(view.nowServing), layout.servingRows - lines, now)}
            languages={languages}
          />
          <EarlierCalls calls={pageAt(earlier, layout.earlierRows, now)} {...{ languages, timeZone, maxCalls }} />
        </div>
      </main>
      <Foot
        {...{ view, catalogue, languages }}
        ahead={hoursAhead(hall, catalogue, now)}
        // The hours keep their turn among the pauses.
        pause={pageAt([...pauses, undefined], 1, now).items[0]}
        demo={props.demo}
      />
    </>
  );
}
