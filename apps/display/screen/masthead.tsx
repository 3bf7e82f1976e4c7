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
}) {
  const { catalogue, languages, now } = props;
  const zone = catalogue?.zones.find(({ id }) => id === props.zoneId);
  const timeZone = catalogue?.site.timeZone;
  return (
    <header class="masthead">
      <div class="masthead-mall">
        <h1>{catalogue?.site.name ?? 'Antrean'}</h1>
        {timeZone && <Both languages={languages} say={({ language }) => dateText(now, timeZone, language)} inline />}
        {zone && (
          <Both languages={languages} say={({ language }) => (language === 'id' ? zone.name : zone.nameEn)} inline />
        )}
      </div>
      <Freshness link={props.link} now={props.localNow} words={languages[0].words} />
      {timeZone && <time class="number masthead-clock">{clockText(now, timeZone, languages[0].language)}</time>}
    </header>
  );
}
