import type { Catalogue } from '@antrean/domain';
import { clockText, dateText, Freshness, type LinkState, wallTimeText } from '@antrean/ui';
import { Both, type Languages, type Spoken } from './both.tsx';
import type { HallVoiceState } from './voice/hall-voice.ts';

/** Whose mall this is, what time it is there, and how fresh the picture is. `localNow` is the clock of `link`. */
export function Masthead(props: {
  catalogue: Catalogue | null;
  zoneId: string | null;
  languages: Languages;
  link: LinkState;
  now: number;
  localNow: number;
  voice: HallVoiceState;
}) {
  const { catalogue, languages, now, link, voice } = props;
  // The picture goes on to look as it did; whoever looks up must see at once that it may be old.
  const isLost = link.state === 'lost';
  const zone = catalogue?.zones.find(({ id }) => id === props.zoneId);
  const timeZone = catalogue?.site.timeZone;
  return (
    <header class={isLost ? 'masthead masthead-lost' : 'masthead'}>
      <div class="masthead-mall">
        <h1>{catalogue?.site.name ?? 'Antrean'}</h1>
        {link.state === 'lost' && (
          <Both
            languages={languages}
            // The age stands beside it in the first language already.
            say={({ words, language }) =>
              language === languages[0].language
                ? words.display.stale
                : `${words.common.freshness.lost(secondsBetween(link.since, props.localNow))}. ${words.display.stale}`
            }
          />
        )}
        {timeZone && !isLost && (
          <Both languages={languages} say={({ language }) => dateText(now, timeZone, language)} inline />
        )}
        {zone && !isLost && (
          <Both languages={languages} say={({ language }) => (language === 'id' ? zone.name : zone.nameEn)} inline />
        )}
      </div>
      {(voice.sound === 'locked' || voice.quiet) && (
        <p class="masthead-sound" role="status">
          <Both languages={languages} say={(spoken) => whyUnheard(voice, spoken)} />
        </p>
      )}
      <Freshness link={link} now={props.localNow} words={languages[0].words} />
      {timeZone && <time class="number masthead-clock">{clockText(now, timeZone, languages[0].language)}</time>}
    </header>
  );
}

function whyUnheard({ sound, quiet }: HallVoiceState, { words, language }: Spoken): string {
  if (sound === 'locked') return words.display.soundLocked;
  const until = quiet?.until ?? null;
  return words.display.quiet(until === null ? null : wallTimeText(until, language));
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / 1000));
}
