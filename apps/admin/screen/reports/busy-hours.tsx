import { ScrollBox } from '@antrean/ui';
import './charts.css';
import { countText } from './figure-text.ts';
import type { ReportScene } from './scene.ts';

const mondayFirst = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When visitors come: each hour of each weekday, on average over the days of that weekday. */
export function BusyHours({ report, words, language }: ReportScene) {
  const daysOf = (weekday: string) =>
    report.days.filter(({ serviceDay }) => mondayFirst[(new Date(serviceDay).getUTCDay() + 6) % 7] === weekday).length;
  const rows = report.hours
    .map(({ weekday, hours }) => ({
      weekday,
      averages: hours.map(({ came }) => came / Math.max(1, daysOf(weekday))),
    }))
    .sort((a, b) => mondayFirst.indexOf(a.weekday) - mondayFirst.indexOf(b.weekday));
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    rows.some(({ averages }) => (averages[hour] ?? 0) > 0),
  );
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return null;
  const hours = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const most = Math.max(...rows.flatMap(({ averages }) => averages));
  const hourText = (hour: number) => `${String(hour).padStart(2, '0')}${language === 'id' ? '.' : ':'}00`;
  return (
    <section class="panel">
      <h2>{words.hoursTitle}</h2>
      <p class="report-help">{words.hoursText}</p>
      <ScrollBox class="report-scroll" label={words.hoursTitle}>
        <table class="report-hours">
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hourText(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ weekday, averages }) => (
              <tr key={weekday}>
                <th scope="row">{words.weekdays[weekday]}</th>
                {hours.map((hour) => {
                  const came = averages[hour] ?? 0;
                  const told = countText(came >= 10 ? Math.round(came) : came, language);
                  // Five steps, each with its own ground and ink, so that every number is read at 7:1.
                  const step = came === 0 ? 0 : Math.ceil((came / most) * 4);
                  return (
                    <td
                      key={hour}
                      class={`number heat heat-${step}`}
                      title={words.hourCell(words.weekdays[weekday], hourText(hour), told)}
                    >
                      {came === 0 ? '' : told}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
