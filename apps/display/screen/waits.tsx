import { tracks } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import type { Page } from './board.ts';
import type { Languages, Spoken } from './both.tsx';
import { ListHead, Nothing } from './lists.tsx';
import type { QueueWait } from './queue-waits.ts';
import './waits.css';

/** How many wait for which agency and how long somebody who comes now will wait, page by page. */
export function ExpectedWaits({ waits, languages }: { waits: Page<QueueWait>; languages: Languages }) {
  const [first] = languages;
  return (
    <section class="list">
      <ListHead languages={languages} title="expectedWait" page={waits} />
      {waits.items.length === 0 && <Nothing languages={languages} text="noneWaiting" />}
      <ol>
        {waits.items.map((wait) => (
          <li class="list-row wait-row" key={wait.queueId}>
            <span class="wait-agency">
              <strong>{wait.agency.shortName}</strong>
              <span>
                {first.words.common.tracks[wait.track]} · {first.words.display.people(wait.waiting)}
              </span>
            </span>
            <span class="wait-minutes">{waitText(first, wait)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function waitText({ words }: Spoken, { estimate, openCounters }: QueueWait): string {
  if (estimate !== null) return words.common.minutes(...estimate);
  return openCounters === 0 ? words.display.noCounterOpen : words.display.onPause;
}

/** The waits of one agency, each track in its own column, so that an eye that looks for one goes straight down. */
export function WaitsByTrack({ waits, languages }: { waits: readonly QueueWait[]; languages: Languages }) {
  const [first] = languages;
  return (
    <ul class="waits-by-track">
      {waits.map((wait) => (
        <li key={wait.queueId} style={{ gridColumn: tracks.indexOf(wait.track) + 1 }}>
          <TrackBadge track={wait.track} words={first.words} />
          <span class={wait.estimate === null ? 'guide-minutes guide-minutes-none' : 'guide-minutes'}>
            {waitText(first, wait)}
          </span>
        </li>
      ))}
    </ul>
  );
}
