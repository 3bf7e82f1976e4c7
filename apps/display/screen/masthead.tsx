import type { Catalogue } from '@antrean/domain';
import { clockText, dateText, Freshness, type LinkState } from '@antrean/ui';
import { Both, type Languages } from './both.tsx';

/** Whose mall this is, what time it is there, and how fresh the picture is. `localNow` is the clock of `link`. */
export function Masthead(props: {
  catalogue: Catalogue | null;
  zoneId: string | null;
  languages: Languages;
  link: LinkState;
  now: number;
  localNow: number;
  /** Nobody hears this display until it is touched once. */
  isSoundLocked: boolean;
}) {
  const { catalogue, languages, now, link } = props;
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
      {props.isSoundLocked && (
        <p class="masthead-sound" role="status">
          <Both languages={languages} say={({ words }) => words.display.soundLocked} />
        </p>
      )}
      <Freshness link={link} now={props.localNow} words={languages[0].words} />
      {timeZone && <time class="number masthead-clock">{clockText(now, timeZone, languages[0].language)}</time>}
    </header>
  );
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) / 1000));
}
