import type { Catalogue } from '@antrean/domain';
import {
  clockText,
  Freshness,
  LanguageSwitch,
  type LinkState,
  type ScreenLanguage,
  TrackBadge,
  type Words,
  wordsIn,
} from '@antrean/ui';
import { DoorsLine } from './doors-line.tsx';
import { sentenceOf } from './kiosk-sentence.ts';
import { type KioskRow, kioskRows } from './kiosks.ts';
import { KiosksPanel } from './kiosks-panel.tsx';
import './overview.css';
import type { MallToday } from './mall-today.ts';
import type { Overview } from './overview.ts';
import { CounterTable, QueueTable } from './overview-tables.tsx';
import type { KiosksNow } from './watch-kiosks.ts';

export type OverviewProps = {
  readonly catalogue: Catalogue | null;
  readonly today: MallToday | null;
  readonly overview: Overview | null;
  readonly kiosks: KiosksNow | null;
  readonly link: LinkState;
  /** The server's clock, and this machine's own for the age of the picture. */
  readonly now: number;
  readonly localNow: number;
  /** Null where nobody has signed in: in the demonstration. */
  readonly onSignOut: (() => void) | null;
  readonly demo: boolean;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

/** The manager's plain view: what needs attention first, then every queue and every counter. Nothing can be changed here. */
export function OverviewPage(props: OverviewProps) {
  const { catalogue, today, overview, kiosks, language } = props;
  const kiosksHere = kiosks ? kioskRows(kiosks.stations, props.now) : [];
  const words = wordsIn(language);
  const { admin } = words;
  return (
    <div class="overview">
      <header class="overview-head">
        <div class="overview-title">
          <a href="/">← {admin.overview.home}</a>
          <h1>{admin.overview.title}</h1>
          <p>
            {catalogue?.site.name} {overview && <span class="read-only">{admin.overview.readOnly}</span>}
          </p>
        </div>
        <div class="overview-now">
          <Freshness link={props.link} now={props.localNow} words={words} />
          {catalogue && (
            <time class="number overview-clock">{clockText(props.now, catalogue.site.timeZone, language)}</time>
          )}
          <a href="/admin/reports">{admin.overview.reports}</a>
          <a href="/admin/access">{admin.overview.access}</a>
          {props.onSignOut && (
            <button type="button" class="overview-out" onClick={props.onSignOut}>
              {admin.overview.signOut}
            </button>
          )}
          <LanguageSwitch language={language} label={admin.language} onChoose={props.onLanguage} />
        </div>
      </header>
      {today && overview ? (
        <main class="overview-main">
          <DoorsLine doors={today.doors} demo={props.demo} language={language} words={words} />
          <Figures overview={overview} words={words} />
          <Attention
            overview={overview}
            kiosks={kiosksHere.filter(({ urgency }) => urgency === 'alert')}
            words={words}
          />
          {catalogue && kiosks && (
            <KiosksPanel rows={kiosksHere} day={kiosks.day} now={props.now} {...{ catalogue, language, words }} />
          )}
          <div class="overview-tables">
            <QueueTable rows={overview.active} quiet={overview.quiet} {...{ words, language }} />
            <CounterTable rows={overview.counters} {...{ words, language }} />
          </div>
        </main>
      ) : (
        <main class="overview-main">
          <p class="overview-wait" role="status">
            {admin.home.connecting}
          </p>
        </main>
      )}
    </div>
  );
}

function Figures({ overview, words }: { overview: Overview; words: Words }) {
  const said = words.admin.overview;
  const figures: readonly (readonly [string, string | number])[] = [
    [said.waiting, overview.waiting],
    [said.longestWait, overview.waiting > 0 ? said.minutes(overview.longestMinutes) : said.none],
    [said.atCounters, overview.atCounters],
    [said.openCounters, overview.openCounters],
    [said.pausedCounters, overview.pausedCounters],
  ];
  return (
    <dl class="figures">
      {figures.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd class="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

// A longer list would push the tables off the screen; they hold the rest, in the same order.
const mostUrgent = 6;

type AttentionProps = { overview: Overview; kiosks: readonly KioskRow[]; words: Words };

function Attention({ overview, kiosks, words }: AttentionProps) {
  const said = words.admin.overview;
  const { unattended } = overview;
  const count = unattended.length + kiosks.length;
  return (
    <section class={count > 0 ? 'attention' : 'attention attention-none'} aria-labelledby="attention">
      <h2 id="attention">
        {said.attention}
        {count > 0 && ` (${count})`}
      </h2>
      {count === 0 && <p>{said.nothingWrong}</p>}
      <ul>
        {kiosks.map(({ id, name, findings }) => (
          <li key={id}>
            <strong>{name}</strong> <span>{findings[0] && sentenceOf(findings[0], words)}</span>
          </li>
        ))}
        {unattended.slice(0, mostUrgent).map((row) => (
          <li key={row.queueId}>
            <strong>{row.agency.shortName}</strong> <TrackBadge track={row.track} words={words} />
            <span>{said.noCounter(row.waiting, said.minutes(row.longestMinutes))}</span>
          </li>
        ))}
      </ul>
      {unattended.length > mostUrgent && <p class="attention-more">{said.more(unattended.length - mostUrgent)}</p>}
    </section>
  );
}
