import type { Catalogue, DisplayView, Hall } from '@antrean/domain';
import type { ComponentChildren } from 'preact';
import { BigCalls } from './big-calls.tsx';
import { bigCalls, byCounter, pageAt, turnOf } from './board.ts';
import type { Languages } from './both.tsx';
import type { AgencyPause, Headline } from './hours.ts';
import { EarlierCalls, NowServing } from './lists.tsx';
import { HeadlineNotice } from './notices.tsx';
import type { Panel } from './panel.ts';
import { PauseRow } from './pause-row.tsx';
import { queueWaits } from './queue-waits.ts';
import { ExpectedWaits } from './waits.tsx';

export type CallsPictureProps = {
  readonly hall: Hall;
  readonly catalogue: Catalogue;
  readonly view: DisplayView;
  readonly headline: Headline | null;
  readonly zoneId: string | null;
  readonly languages: Languages;
  readonly panel: Panel;
  /** Big rows, and lines of the lists, that a message takes away. */
  readonly rowsTaken: number;
  readonly linesTaken: number;
  /** An agency whose system is down, as a row of its own. */
  readonly down: AgencyPause | undefined;
  readonly now: number;
  /** What stands beside the calls: nothing, the state of the hall, or these media. */
  readonly beside: 'nothing' | 'overview' | { readonly media: ComponentChildren };
  readonly onShown: (callSeq: number) => void;
};

const keptEarlier = 12;

/** Big rows of calls, and what stands beside them. */
export function CallsPicture(props: CallsPictureProps) {
  const { hall, catalogue, view, headline, down, zoneId, languages, panel, now, beside } = props;
  const { maxCalls } = catalogue.rules;
  const { timeZone } = catalogue.site;
  const rows = Math.max(1, panel.bigRows - props.rowsTaken - (headline ? 1 : 0) - (down ? 1 : 0));
  const calls = bigCalls(view, rows, now);
  const inFront = new Set(calls.items.map(({ number, counter }) => `${number} ${counter}`));
  const earlier = view.lastCalls
    .filter(({ number, counter }) => !inFront.has(`${number} ${counter.name}`))
    .slice(0, keptEarlier);
  const lines = { languages, timeZone, maxCalls };
  // Here people sit who have a number; how long an empty queue takes is for the entrance.
  const waits =
    beside === 'overview' ? queueWaits(hall, catalogue, zoneId, now).filter(({ waiting }) => waiting > 0) : [];
  return (
    <main class="wall-main">
      <div class="wall-calls">
        {headline && <HeadlineNotice {...{ headline, languages, timeZone }} />}
        {calls.items.length > 0 && <BigCalls {...{ calls, languages, maxCalls }} onShown={props.onShown} />}
        {down && <PauseRow {...{ languages, timeZone }} pause={down} />}
      </div>
      {beside === 'overview' && (
        <div class="wall-lists">
          <NowServing
            lines={pageAt(byCounter(view.nowServing), panel.servingRows - props.linesTaken, now)}
            languages={languages}
          />
          <Turn turn={turnOf(earlier, waits, panel.earlierRows, now)} {...lines} />
        </div>
      )}
      {typeof beside === 'object' && (
        <div class="wall-lists">
          {beside.media}
          <EarlierCalls calls={pageAt(earlier, Math.max(1, panel.earlierRows - props.linesTaken), now)} {...lines} />
        </div>
      )}
    </main>
  );
}

type TurnProps = Omit<Parameters<typeof EarlierCalls>[0], 'calls'> & {
  readonly turn: ReturnType<typeof turnOf<DisplayView['lastCalls'][number], ReturnType<typeof queueWaits>[number]>>;
};

/** Earlier calls and expected waits in one place, one after the other. */
function Turn({ turn, ...lines }: TurnProps) {
  return 'first' in turn ? (
    <EarlierCalls calls={turn.first} {...lines} />
  ) : (
    <ExpectedWaits waits={turn.second} languages={lines.languages} />
  );
}
