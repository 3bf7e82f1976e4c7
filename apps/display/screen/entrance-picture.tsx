import type { Catalogue, DisplayView, Hall } from '@antrean/domain';
import { type BigCall, bigCalls, pageAt } from './board.ts';
import { Both, type Languages } from './both.tsx';
import type { Headline } from './hours.ts';
import { HeadlineNotice } from './notices.tsx';
import type { Panel } from './panel.ts';
import { type Guide, guides } from './queue-waits.ts';
import { useShown } from './use-shown.ts';
import { WaitsByTrack } from './waits.tsx';
import './entrance.css';

// Whoever has just come in reads a name, a place and up to three times.
const guideMs = 10_000;

/** For whoever has just come in: each agency, where it is, how long it takes now; the newest calls small beneath. */
export function EntrancePicture(props: {
  hall: Hall;
  catalogue: Catalogue;
  view: DisplayView;
  headline: Headline | null;
  zoneId: string | null;
  languages: Languages;
  panel: Panel;
  rowsTaken: number;
  now: number;
  onShown: (callSeq: number) => void;
}) {
  const { hall, catalogue, view, headline, zoneId, languages, panel, now } = props;
  const shut = headline && headline.kind !== 'empty' ? headline : null;
  const rows = Math.max(1, panel.guideRows - props.rowsTaken - (shut ? 3 : 0));
  const page = pageAt(guides(hall, catalogue, zoneId, now), rows, now, guideMs);
  const calls = bigCalls(view, panel.shape === 'landscape' ? 3 : 2, now).items;
  return (
    <main class="wall-main entrance">
      {shut && <HeadlineNotice headline={shut} languages={languages} timeZone={catalogue.site.timeZone} />}
      <section class="guides">
        <header class="guides-head">
          <h2>
            <Both languages={languages} say={({ words }) => words.display.whereTo} inline />
          </h2>
          {page.pages > 1 && (
            <Both languages={languages} say={({ words }) => words.display.page(page.page, page.pages)} inline />
          )}
        </header>
        <ol class="guide-rows">
          {page.items.map((guide) => (
            <GuideRow key={guide.agency.id} guide={guide} catalogue={catalogue} languages={languages} />
          ))}
        </ol>
      </section>
      <section class="newest">
        <h2>
          <Both languages={languages} say={({ words }) => words.display.newestCalls} />
        </h2>
        {calls.length === 0 && <Both languages={languages} say={({ words }) => words.display.noneCalled} />}
        <ol>
          {calls.map((call) => (
            <NewestCall key={call.key} call={call} languages={languages} onShown={props.onShown} />
          ))}
        </ol>
      </section>
    </main>
  );
}

function GuideRow({ guide, catalogue, languages }: { guide: Guide; catalogue: Catalogue; languages: Languages }) {
  const { agency, counters, waits } = guide;
  const zone = catalogue.zones.find(({ id }) => id === agency.zoneId);
  const [first] = languages;
  return (
    <li class="guide">
      <span class="number guide-letter">{agency.letter}</span>
      <span class="guide-agency">
        <strong style={{ '--letters': agency.shortName.length }}>{agency.shortName}</strong>
        <Both languages={languages} say={({ language }) => (language === 'id' ? agency.name : agency.nameEn)} inline />
      </span>
      <span class="guide-place">
        {counters === '' ? (
          <Both languages={languages} say={({ words }) => words.display.noCounterOpen} />
        ) : (
          <span class="guide-counters">
            <Both languages={languages} say={({ words }) => words.display.counter} />
            <span class="number" style={{ '--letters': counters.length }}>
              {counters}
            </span>
          </span>
        )}
        {zone && <span lang={first.language}>{first.language === 'id' ? zone.name : zone.nameEn}</span>}
      </span>
      <WaitsByTrack waits={waits} languages={languages} />
    </li>
  );
}

type NewestCallProps = {
  readonly call: BigCall;
  readonly languages: Languages;
  readonly onShown: (callSeq: number) => void;
};

function NewestCall({ call, languages, onShown }: NewestCallProps) {
  useShown(call.callSeq, onShown);
  return (
    <li class={call.isNew ? 'newest-call newest-call-new' : 'newest-call'}>
      <span class="number">{call.number}</span>
      <span class="newest-word">{languages[0].words.display.counter}</span>
      <span class="number">{call.counter}</span>
    </li>
  );
}
