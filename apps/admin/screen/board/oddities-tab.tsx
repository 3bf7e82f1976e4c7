import type { Station } from '@antrean/client';
import type { OdditiesAnswer } from '@antrean/protocol';
import { ScrollBox, secondText, timeText } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import { actText } from './act-text.ts';
import './oddities-tab.css';
import { counterName, type Scene, scopeName } from './scene.ts';
import { nameOf, spanText } from './telling.ts';
import { useAsked } from './use-asked.ts';

const everyMs = 10_000;

type OdditiesTabProps = { readonly station: Station; readonly scene: Scene; readonly onEnded: () => void };

/** What was out of the ordinary today, newest first: calls out of order, overtaking, no-shows, and who did what. */
export function OdditiesTab({ station, scene, onEnded }: OdditiesTabProps) {
  const oddities = useAsked(station.oddities, everyMs, onEnded);
  const { words, language, timeZone } = scene.locale;
  const said = words.board.oddities;
  if (!oddities) return <p class="oddities-wait">{said.loading}</p>;
  const at = (moment: number) => <span class="number">{timeText(moment, timeZone, language)}</span>;
  return (
    <div class="oddities">
      <OddTable
        title={said.outOfOrder}
        headings={[said.time, said.number, said.counter, said.why, said.officer]}
        none={said.none}
        rows={newest(oddities.outOfOrder).map((one) => [
          at(one.at),
          <span class="number">{one.number}</span>,
          counterName(scene, one.counterId),
          words.counter.pickReasons[one.why],
          one.officer ?? said.byItself,
        ])}
      />
      <OddTable
        title={said.overtakings}
        headings={[said.time, said.number, said.counter, said.why, said.officer]}
        none={said.none}
        rows={newest(oddities.overtakings).map((one) => [
          at(one.at),
          <span class="number">{one.number}</span>,
          counterName(scene, one.counterId),
          <>
            {classOf(scene, one.priorityClass)}
            <small class="oddities-earlier">{said.earlier(spanText(words, one.minutes))}</small>
          </>,
          one.officer ?? said.byItself,
        ])}
      />
      <OddTable
        title={said.noShows}
        headings={[said.time, said.number, said.counter, said.calls, said.officer]}
        none={said.none}
        rows={newest(oddities.noShows).map((one) => [
          at(one.at),
          <span class="number">{one.number}</span>,
          counterName(scene, one.counterId),
          one.callsAt.map((moment) => secondText(moment, timeZone, language)).join(' · '),
          one.officer ?? said.byItself,
        ])}
      />
      <OddTable
        title={said.systemDown}
        headings={[said.agency, said.lasted]}
        none={said.none}
        rows={oddities.systemDown.map(({ agencyId, minutes }) => [
          scopeName(scene, agencyId),
          spanText(words, minutes),
        ])}
      />
      <OddTable
        title={said.acts}
        headings={[said.time, said.act, said.officer]}
        none={said.none}
        isWide
        rows={newest(oddities.acts).map((one) => [at(one.at), actText(one, scene), one.officer ?? said.byItself])}
      />
    </div>
  );
}

function classOf({ catalogue, locale }: Scene, id: string | null): string {
  const found = catalogue.priorityClasses.find((one) => one.id === id);
  return found ? nameOf(locale.language, found) : '';
}

// The list is as long as the day; the rest is in the log.
const most = 100;

function newest<T extends OdditiesAnswer[keyof OdditiesAnswer][number]>(list: readonly T[]): readonly T[] {
  return list.slice(-most).reverse();
}

type OddTableProps = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly none: string;
  readonly isWide?: boolean;
};

function OddTable({ title, headings, rows, none, isWide }: OddTableProps) {
  return (
    <div class={isWide ? 'pane pane-wide' : 'pane'}>
      <h2>
        {title} <span class="pane-count number">{rows.length}</span>
      </h2>
      <ScrollBox class="pane-scroll" label={title}>
        {rows.length === 0 ? (
          <p class="pane-note">{none}</p>
        ) : (
          <table>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                // The newest stands first, so counting from the end names the same line after the next answer.
                <tr key={rows.length - row}>
                  {cells.map((cell, column) => (
                    <td key={headings[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </ScrollBox>
    </div>
  );
}
