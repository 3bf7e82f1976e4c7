import { ScrollBox } from '@antrean/ui';
import { countText } from './figure-text.ts';
import type { ReportScene } from './scene.ts';

/** How long each counter was open and how many it served in an hour: which desk is short of hands, and which is quiet. */
export function CountersTable({ report, catalogue, words, language }: ReportScene) {
  const order = new Map(catalogue.counters.map(({ id }, n) => [id, n]));
  const rows = report.counters.toSorted((a, b) => (order.get(a.counterId) ?? 0) - (order.get(b.counterId) ?? 0));
  const count = (n: number) => countText(n, language);
  const hours = (minutes: number) => words.hours(count(Math.round(minutes / 6) / 10));
  return (
    <section class="panel report-counters">
      <h2>{words.countersTitle}</h2>
      {rows.length === 0 ? (
        <p class="panel-note">{words.noCounters}</p>
      ) : (
        <ScrollBox class="table-scroll" label={words.countersTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.counter}</th>
                <th scope="col">{words.agency}</th>
                {[words.days, words.open, words.paused, words.served, words.perHour].map((name) => (
                  <th key={name} scope="col" class="figure-cell">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ counterId, days, served, openMinutes, pausedMinutes }) => {
                const place = catalogue.counters.find(({ id }) => id === counterId);
                const agencies = catalogue.agencies.filter(({ id }) => place?.agencyIds.includes(id));
                const paused = Object.values(pausedMinutes).reduce((sum, minutes) => sum + minutes, 0);
                return (
                  <tr key={counterId}>
                    <th scope="row" class="number">
                      {place?.name ?? counterId}
                    </th>
                    <td>{agencies.map(({ shortName }) => shortName).join(', ')}</td>
                    <td class="figure-cell number">{count(days)}</td>
                    <td class="figure-cell number">{hours(openMinutes)}</td>
                    <td class="figure-cell number">{hours(paused)}</td>
                    <td class="figure-cell number">{count(served)}</td>
                    <td class="figure-cell number">
                      {openMinutes > 0 ? count(Math.round((served * 600) / openMinutes) / 10) : words.nothing}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
