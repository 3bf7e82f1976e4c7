import { type Catalogue, type DisplayView, type PauseReason, siteTime, tracks } from '@antrean/domain';
import { type DisplayWords, dayText, TrackBadge, wallTimeText } from '@antrean/ui';
import { Both, type Languages, type Spoken } from './both.tsx';
import type { AgencyPause, Ahead, Headline } from './hours.ts';
import './notices.css';

/** One sentence in large type where the calls would be: paused, closed, nobody called yet, no answer yet. */
export function HeadlineNotice({
  headline,
  languages,
  timeZone,
}: {
  headline: Headline;
  languages: Languages;
  timeZone: string;
}) {
  const sentences = (spoken: Spoken) => sentencesOf(headline, spoken, timeZone);
  return (
    <section class={`headline headline-${headline.kind}`}>
      <p class="headline-title">
        <Both languages={languages} say={(spoken) => sentences(spoken)[0]} />
      </p>
      <p class="headline-text">
        <Both languages={languages} say={(spoken) => sentences(spoken)[1]} />
      </p>
    </section>
  );
}

function sentencesOf(headline: Headline, { words, language }: Spoken, timeZone: string): readonly [string, string] {
  const { display } = words;
  switch (headline.kind) {
    case 'connecting':
      return [display.connecting, display.connectingText];
    case 'empty':
      return [display.welcome, display.welcomeText];
    case 'paused': {
      const until = headline.until;
      const resumes =
        until === null ? '' : ` ${display.resumesAt(wallTimeText(siteTime(until, timeZone).time, language))}`;
      return [pauseTitle(words, headline.reason), display.pausedText + resumes];
    }
    case 'closed': {
      const { opens } = headline;
      if (!opens) return [display.closed, display.opensUnknown];
      return [display.closed, display.opensAt(dayText(opens.date, language), wallTimeText(opens.time, language))];
    }
  }
}

const pauseTitle = (words: DisplayWords, reason: PauseReason) =>
  reason === 'other' ? words.display.paused : words.display.pausedFor(words.display.pauseReasons[reason]);

/** What people who wait want to know besides: how many wait, until when, and which agency pauses. */
export function Foot(props: {
  /** Null where the picture itself says it better, or needs the room. */
  waiting: DisplayView['waitingByTrack'] | null;
  ahead: Ahead;
  pause: AgencyPause | undefined;
  catalogue: Catalogue;
  demo: boolean;
  languages: Languages;
}) {
  const { waiting, languages, pause } = props;
  const { timeZone } = props.catalogue.site;
  return (
    <footer class={waiting ? 'foot' : 'foot foot-low'}>
      {waiting && (
        <dl class="foot-waiting">
          <dt>
            <Both languages={languages} say={({ words }) => words.display.waiting} />
          </dt>
          {tracks.map((track) => (
            <dd key={track}>
              <TrackBadge track={track} words={languages[0].words} />
              <span class="number">{waiting[track]}</span>
            </dd>
          ))}
        </dl>
      )}
      <p class={pause ? 'foot-news foot-pause' : 'foot-news'}>
        <Both
          languages={languages}
          say={(spoken) =>
            pause ? pauseSentence(spoken, pause, timeZone) : hoursSentence(spoken, props.ahead, props.demo)
          }
        />
      </p>
    </footer>
  );
}

function pauseSentence({ words, language }: Spoken, { agency, reason, until }: AgencyPause, timeZone: string): string {
  const why = words.display.pauseReasons[reason];
  if (until === null) return words.display.agencyPaused(agency, why);
  return words.display.agencyPausedUntil(agency, why, wallTimeText(siteTime(until, timeZone).time, language));
}

function hoursSentence({ words, language }: Spoken, ahead: Ahead, demo: boolean): string {
  const { display, common } = words;
  if (ahead.byHand) return demo ? common.openedByHand : display.openedByHand;
  const time = (text: string) => wallTimeText(text, language);
  const { nextBreak, lastTicket, closes } = ahead;
  return [
    nextBreak && display.nextBreak(time(nextBreak.from), time(nextBreak.to), reasonWord(words, nextBreak.reason)),
    lastTicket && display.lastNumber(time(lastTicket)),
    closes && display.closesAt(time(closes)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

// The calendar's breaks carry free text beside the reasons that have a word in each language.
function reasonWord(words: DisplayWords, reason: string): string {
  const known: Readonly<Record<string, string>> = words.display.pauseReasons;
  return known[reason] ?? reason;
}
