import type { Catalogue } from '@antrean/domain';
import { type ScreenLanguage, ScrollBox, timeText, type Words } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import './kiosks.css';
import { sentenceOf } from './kiosk-sentence.ts';
import { goneMs, type KioskRow } from './kiosks.ts';
import type { KiosksNow } from './watch-kiosks.ts';

export type KiosksPanelProps = {
  readonly rows: readonly KioskRow[];
  readonly day: KiosksNow['day'];
  readonly catalogue: Catalogue;
  /** The server's clock. */
  readonly now: number;
  readonly language: ScreenLanguage;
  readonly words: Words;
};

/** Each kiosk with what to do about it, and what became of today's slips and searches. */
export function KiosksPanel({ rows, day, catalogue, now, language, words }: KiosksPanelProps) {
  const said = words.admin.kiosks;
  const { doubtful, misses, lists } = day;
  const time = (at: number) => timeText(at, catalogue.site.timeZone, language);
  const nameOf = (serviceId: string) => {
    const service = catalogue.services.find(({ id }) => id === serviceId);
    return service ? (language === 'id' ? service.name : service.nameEn) : serviceId;
  };
  return (
    <section class="panel kiosks">
      <h2>{said.title}</h2>
      <KioskTable rows={rows} now={now} time={time} words={words} />
      <div class="kiosk-lists">
        <ShortList
          title={said.doubtful}
          count={doubtful.length}
          most={doubtful.length}
          hint={doubtful.length > 0 ? said.doubtfulHint : said.noneDoubtful}
          words={words}
        >
          {doubtful.map(({ number, at, kiosk }) => (
            <li key={number}>
              <strong class="number">{number}</strong>
              <span class="kiosk-item">{kiosk}</span>
              <span class="number">{time(at)}</span>
            </li>
          ))}
        </ShortList>
        <ShortList
          title={said.misses}
          count={misses.length}
          hint={misses.length > 0 ? null : said.noMisses}
          words={words}
        >
          {misses.map(({ text, times }) => (
            <li key={text}>
              <span class="kiosk-item">{text}</span>
              <span class="number">{said.times(times)}</span>
            </li>
          ))}
        </ShortList>
        <ShortList title={said.lists} count={lists.length} hint={lists.length > 0 ? null : said.noLists} words={words}>
          {lists.map(({ serviceId, times }) => (
            <li key={serviceId}>
              <span class="kiosk-item">{nameOf(serviceId)}</span>
              <span class="number">{said.times(times)}</span>
            </li>
          ))}
        </ShortList>
      </div>
    </section>
  );
}

type TableProps = {
  readonly rows: readonly KioskRow[];
  readonly now: number;
  readonly time: (at: number) => string;
  readonly words: Words;
};

function KioskTable({ rows, now, time, words }: TableProps) {
  const said = words.admin.kiosks;
  if (rows.length === 0) return <p>{said.noKiosk}</p>;
  return (
    <ScrollBox class="table-scroll" label={said.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.kiosk}</th>
            <th scope="col">{said.state}</th>
            <th scope="col" class="figure-cell" title={said.reserveHint}>
              {said.reserve}
            </th>
            <th scope="col">{said.seen}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class={`kiosk-row-${row.urgency}`}>
              <th scope="row">{row.name}</th>
              <td class="kiosk-state">
                {row.findings.map((finding) => (
                  <p key={finding.about} class={`kiosk-${finding.urgency}`}>
                    {sentenceOf(finding, words)}
                  </p>
                ))}
              </td>
              <td class="figure-cell number">{row.reserve ?? words.admin.overview.none}</td>
              <td>{seenText(row.seenAt, now, time, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function seenText(seenAt: number | null, now: number, time: (at: number) => string, words: Words): string {
  const said = words.admin.kiosks;
  if (seenAt === null) return said.never;
  return now - seenAt < goneMs ? said.justNow : said.seenAt(time(seenAt));
}

const mostShown = 6;

type ListProps = {
  readonly title: string;
  readonly count: number;
  readonly hint: string | null;
  /** Slips in doubt are all shown, for each one is a person. */
  readonly most?: number;
  readonly words: Words;
  readonly children: readonly ComponentChildren[];
};

function ShortList({ title, count, hint, most = mostShown, words, children }: ListProps) {
  return (
    <section>
      <h3>
        {title}
        {count > 0 && ` (${count})`}
      </h3>
      {hint !== null && <p class="kiosk-hint">{hint}</p>}
      {count > 0 && <ul>{children.slice(0, most)}</ul>}
      {count > most && <p class="kiosk-hint">{words.admin.kiosks.more(count - most)}</p>}
    </section>
  );
}
