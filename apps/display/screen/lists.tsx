import type { BoardLine, DisplayView } from '@antrean/domain';
import { timeText } from '@antrean/ui';
import type { Page } from './board.ts';
import { Both, type Languages } from './both.tsx';
import './lists.css';

/** Who is at which counter now, page by page. */
export function NowServing({ lines, languages }: { lines: Page<BoardLine>; languages: Languages }) {
  return (
    <section class="list">
      <ListHead languages={languages} title="nowServing" page={lines} />
      {lines.items.length === 0 && <Nothing languages={languages} text="noneServing" />}
      <ol>
        {lines.items.map((line) => (
          <li class="list-row" key={line.counter.id}>
            <span class="number list-number">{line.number}</span>
            <Place name={line.counter.name} languages={languages} />
            <span class="list-side">{line.agency?.shortName}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Calls that are no longer in the big rows, with their time; a repeated call says which one it was. */
export function EarlierCalls(props: {
  calls: Page<DisplayView['lastCalls'][number]>;
  languages: Languages;
  timeZone: string;
  maxCalls: number;
}) {
  const { languages, maxCalls, timeZone } = props;
  const { display } = languages[0].words;
  return (
    <section class="list">
      <ListHead languages={languages} title="earlierCalls" page={props.calls} />
      {props.calls.items.length === 0 && <Nothing languages={languages} text="noneCalled" />}
      <ol>
        {props.calls.items.map((call) => (
          <li class="list-row" key={call.seq}>
            <span class="number list-number">{call.number}</span>
            <Place name={call.counter.name} languages={languages} />
            <span class="list-side">
              {call.times > 1 && (
                <strong class={call.times >= maxCalls ? 'list-times list-times-last' : 'list-times'}>
                  {call.times >= maxCalls ? display.lastCall : display.calls(call.times)}
                </strong>
              )}
              <time>{timeText(call.at, timeZone, languages[0].language)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Place({ name, languages }: { name: string; languages: Languages }) {
  return (
    <span class="list-place">
      <span class="list-word">{languages[0].words.display.counter}</span>
      <span class="number">{name}</span>
    </span>
  );
}

export function ListHead(props: {
  languages: Languages;
  title: 'nowServing' | 'earlierCalls' | 'expectedWait';
  page: Page<unknown>;
}) {
  const { languages, title, page } = props;
  return (
    <header class="list-head">
      <h2>
        <Both languages={languages} say={({ words }) => words.display[title]} inline />
      </h2>
      {page.pages > 1 && (
        <span class="page-dots">
          <span class="visually-hidden">{languages[0].words.display.page(page.page, page.pages)}</span>
          <span aria-hidden="true">
            {page.page}/{page.pages}
          </span>
        </span>
      )}
    </header>
  );
}

export function Nothing({
  languages,
  text,
}: {
  languages: Languages;
  text: 'noneServing' | 'noneCalled' | 'noneWaiting';
}) {
  return (
    <p class="list-nothing">
      <Both languages={languages} say={({ words }) => words.display[text]} />
    </p>
  );
}
