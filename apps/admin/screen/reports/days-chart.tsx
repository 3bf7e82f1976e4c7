import { ScrollBox } from '@antrean/ui';
import './charts.css';
import { countText, monthText, shortDateText } from './figure-text.ts';
import type { ReportScene } from './scene.ts';

type Bar = { readonly key: string; readonly name: string; readonly visits: number };

// A sheet of paper is no wider than the bars of a month.
const mostDays = 31;

/** Visitors by day, in a long period by month. */
export function DaysChart({ report, words, language }: ReportScene) {
  const isLong = report.days.length > mostDays;
  const bars: readonly Bar[] = isLong
    ? [...Map.groupBy(report.days, ({ serviceDay }) => serviceDay.slice(0, 7))].map(([month, days]) => ({
        key: month,
        name: monthText(month, language),
        visits: days.reduce((sum, { visits }) => sum + visits, 0),
      }))
    : report.days.map(({ serviceDay, visits }) => ({
        key: serviceDay,
        name: shortDateText(serviceDay, language),
        visits,
      }));
  const most = Math.max(1, ...bars.map(({ visits }) => visits));
  const title = isLong ? words.monthsTitle : words.daysTitle;
  return (
    <section class="panel">
      <h2>{title}</h2>
      <ScrollBox class="report-scroll" label={title}>
        <ol class={bars.length > 16 ? 'report-bars report-bars-many' : 'report-bars'}>
          {bars.map(({ key, name, visits }) => (
            <li key={key} title={words.dayBar(name, countText(visits, language))}>
              <span class="number report-bar-value">{countText(visits, language)}</span>
              <span class="report-bar" style={{ height: `${(visits / most) * 8}rem` }} />
              <span class="report-bar-name">{name}</span>
            </li>
          ))}
        </ol>
      </ScrollBox>
    </section>
  );
}
