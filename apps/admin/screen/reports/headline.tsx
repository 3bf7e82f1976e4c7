import type { ReportAnswer } from '@antrean/protocol';
import { countText, shareText } from './figure-text.ts';
import type { ReportScene } from './scene.ts';

type Tile = { readonly name: string; readonly value: string; readonly note: string; readonly before: string | null };

/** What a head of office asks for first, each beside the same of the period before. */
export function Headline({ before, ...scene }: ReportScene & { readonly before: ReportAnswer | null }) {
  const { words } = scene;
  return (
    <dl class="report-headline">
      {tiles(scene, before).map(({ name, value, note, before: earlier }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="number">{value}</dd>
          <dd class="report-note">{note}</dd>
          {earlier !== null && <dd class="report-before">{words.before(earlier)}</dd>}
        </div>
      ))}
    </dl>
  );
}

function tiles({ report, words, language }: ReportScene, before: ReportAnswer | null): readonly Tile[] {
  const { headline, nothing, minutes } = words;
  const hasBefore = before !== null && before.days.length > 0;
  const count = (n: number) => countText(n, language);
  const tile = (name: string, note: string, told: (of: ReportAnswer) => string | null): Tile => ({
    name,
    note,
    value: told(report) ?? nothing,
    before: hasBefore ? (told(before) ?? nothing) : null,
  });
  const { wait, service, promise } = report.total;
  const promised = ({ total }: ReportAnswer) => total.promise.earlier + total.promise.kept + total.promise.later;
  const share = (part: number, whole: number) => shareText(part, whole, language);
  return [
    tile(headline.visits, words.serviceDays(count(report.days.length)), ({ visits }) => count(visits)),
    tile(headline.served, headline.servedOf(count(report.total.taken)), ({ total }) => count(total.served)),
    tile(headline.wait, wait ? headline.waitText(minutes(count(wait.p90))) : '', ({ total }) =>
      total.wait ? minutes(count(total.wait.median)) : null,
    ),
    tile(headline.onTime, '', ({ total }) => share(total.onTime, total.wait?.count ?? 0)),
    tile(
      headline.promise,
      promised(report) > 0 ? headline.promiseText(count(promise.earlier), count(promise.later)) : '',
      (of) => share(of.total.promise.kept, promised(of)),
    ),
    tile(headline.service, service ? headline.serviceText(minutes(count(service.p90))) : '', ({ total }) =>
      total.service ? minutes(count(total.service.median)) : null,
    ),
    tile(headline.missed, headline.missedText, ({ total }) => count(total.missed)),
    tile(headline.papers, headline.papersText, ({ total }) => count(total.outcomes.papersMissing ?? 0)),
  ];
}

/** What is rare enough to be a sentence: only what happened is said. */
export function AlsoLine({ report, catalogue, words, language }: ReportScene) {
  const { also } = words;
  const { total } = report;
  const said: readonly (readonly [number, (count: string) => string])[] = [
    [report.severalServices, also.severalServices],
    [total.priority, also.priority],
    [total.expired, also.expired],
    [total.cancelled, also.cancelled],
    [report.withoutServer, also.withoutServer],
    [report.lapsed, also.lapsed],
    [total.voided, also.voided],
  ];
  const happened = said.filter(([count]) => count > 0);
  const down = report.systemDown.filter(({ minutes }) => minutes > 0);
  if (happened.length + down.length === 0) return null;
  const nameOf = (agencyId: string | null) =>
    agencyId === null ? words.wholeMall : (catalogue.agencies.find(({ id }) => id === agencyId)?.shortName ?? agencyId);
  return (
    <section class="panel report-also" aria-labelledby="also">
      <h2 id="also">{words.also.title}</h2>
      <ul>
        {happened.map(([count, sentence]) => (
          <li key={sentence('')}>{sentence(countText(count, language))}</li>
        ))}
        {down.map(({ agencyId, minutes }) => (
          <li key={agencyId ?? 'mall'}>
            <strong>{words.downTitle}</strong>{' '}
            {words.down(nameOf(agencyId), words.minutes(countText(minutes, language)))}
          </li>
        ))}
      </ul>
    </section>
  );
}
