import { type ScreenLanguage, ScrollBox, TrackBadge, type Words } from '@antrean/ui';
import type { CounterRow, QueueRow } from './overview.ts';

type Said = { readonly words: Words; readonly language: ScreenLanguage };

/** Queues in which something happens, the longest wait first. */
export function QueueTable({ rows, quiet, words, language }: { rows: readonly QueueRow[]; quiet: number } & Said) {
  const { overview } = words.admin;
  return (
    <section class="panel">
      <h2>{overview.queues}</h2>
      {rows.length === 0 ? (
        <p>{overview.noQueues}</p>
      ) : (
        <ScrollBox class="table-scroll" label={overview.queues}>
          <table>
            <thead>
              <tr>
                <th scope="col">{overview.agency}</th>
                <th scope="col">{overview.track}</th>
                <th scope="col" class="figure-cell">
                  {overview.waiting}
                </th>
                <th scope="col" class="figure-cell">
                  {overview.longestWait}
                </th>
                <th scope="col" class="figure-cell">
                  {overview.openCounters}
                </th>
                <th scope="col">{overview.estimate}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.queueId} class={row.openCounters === 0 ? 'row-unattended' : undefined}>
                  <th scope="row" title={language === 'id' ? row.agency.name : row.agency.nameEn}>
                    {row.agency.shortName}
                  </th>
                  <td>
                    <TrackBadge track={row.track} words={words} />
                  </td>
                  <td class="figure-cell number">{row.waiting}</td>
                  <td class="figure-cell">{row.waiting > 0 ? overview.minutes(row.longestMinutes) : overview.none}</td>
                  <td class="figure-cell number">{row.openCounters}</td>
                  <td>{row.estimate ? words.common.minutes(...row.estimate) : overview.unknown}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {rows.length > 0 && quiet > 0 && <p class="panel-note">{overview.quietQueues(quiet)}</p>}
    </section>
  );
}

/** Every counter in the order in which they stand, with its number; never with its officer. */
export function CounterTable({ rows, words }: { rows: readonly CounterRow[] } & Said) {
  const { overview } = words.admin;
  return (
    <section class="panel">
      <h2>{overview.counters}</h2>
      <ScrollBox class="table-scroll" label={overview.counters}>
        <table>
          <thead>
            <tr>
              <th scope="col">{overview.counter}</th>
              <th scope="col">{overview.agency}</th>
              <th scope="col">{overview.track}</th>
              <th scope="col">{overview.state}</th>
              <th scope="col">{overview.number}</th>
              <th scope="col">{overview.since}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place.id} class={`row-${row.state}`}>
                <th scope="row" class="number">
                  {row.place.name}
                </th>
                <td>{agenciesText(row, words)}</td>
                <td>
                  <TrackBadge track={row.track} words={words} />
                </td>
                <td>
                  <span class="state">{overview.states[row.state]}</span>
                  {row.state === 'paused' && <span> · {words.display.pauseReasons[row.reason]}</span>}
                </td>
                <td class="number">{row.number ?? overview.none}</td>
                <td>{row.state === 'closed' ? overview.none : overview.minutes(row.sinceMinutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function agenciesText({ agencies }: CounterRow, words: Words): string {
  if (agencies.length > 2) return words.admin.overview.sharedBy(agencies.length);
  return agencies.map(({ shortName }) => shortName).join(', ');
}
