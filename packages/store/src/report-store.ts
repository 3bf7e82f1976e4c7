import type { DayReport } from '@antrean/domain';
import type { Engine } from './engine.ts';
import { number, numberOrNull, text, textOrNull } from './rows.ts';
import { change, many, type Script, sql } from './sql.ts';

/** A service day and its part of the log: the events after `afterSeq`, up to and with `lastSeq`. */
export type ReportDay = {
  readonly serviceDay: string;
  readonly afterSeq: number;
  /** Null of the newest day: its part still grows, so that no report of it is kept. */
  readonly lastSeq: number | null;
  readonly kept: DayReport | null;
};

/** Days in figures. What is kept is made of the log alone and can be made anew at any time. */
export interface ReportStore {
  /** The days of these dates, both included, oldest first. */
  days(from: string, to: string): Promise<readonly ReportDay[]>;
  /** Days before the newest one of which no report is kept, oldest first. */
  missing(): Promise<readonly string[]>;
  /** Keeps the report of a day that is not the newest one any more. */
  keep(report: DayReport): Promise<void>;
}

/** Goes up with each change of what a `DayReport` holds: those of an older form are made anew. */
const form = 1;

export function openReports(engine: Engine): ReportStore {
  return {
    days: async (from, to) => engine.read(() => reportDays(from, to)),
    missing: async () => engine.read(missingDays),
    keep: async (report) => engine.write(() => keepReport(report)),
  };
}

function* reportDays(from: string, to: string): Script<readonly ReportDay[]> {
  const rows = yield* many(sql`
    SELECT d.service_day, d.first_seq, r.body,
      (SELECT min(later.first_seq) FROM service_day later WHERE later.service_day > d.service_day) AS next_seq
    FROM service_day d LEFT JOIN day_report r ON r.service_day = d.service_day AND r.form = ${form}
    WHERE d.service_day >= ${from} AND d.service_day <= ${to} AND d.first_seq IS NOT NULL ORDER BY d.service_day`);
  return rows.map((row) => {
    const next = numberOrNull(row, 'next_seq');
    const body = textOrNull(row, 'body');
    return {
      serviceDay: text(row, 'service_day'),
      afterSeq: number(row, 'first_seq') - 1,
      lastSeq: next === null ? null : next - 1,
      // Only `keepReport` writes it, and only in this form.
      kept: body === null ? null : (JSON.parse(body) as DayReport),
    };
  });
}

function* missingDays(): Script<readonly string[]> {
  const rows = yield* many(sql`
    SELECT d.service_day FROM service_day d LEFT JOIN day_report r ON r.service_day = d.service_day AND r.form = ${form}
    WHERE r.service_day IS NULL AND d.first_seq IS NOT NULL
      AND EXISTS (SELECT service_day FROM service_day later WHERE later.service_day > d.service_day)
    ORDER BY d.service_day`);
  return rows.map((row) => text(row, 'service_day'));
}

function* keepReport(report: DayReport): Script<void> {
  yield* change(sql`
    INSERT INTO day_report (service_day, form, body) VALUES (${report.serviceDay}, ${form}, ${JSON.stringify(report)})
    ON CONFLICT (service_day) DO UPDATE SET form = excluded.form, body = excluded.body`);
}
