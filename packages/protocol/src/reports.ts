import { outcomes, type PeriodReport, pauseReasons } from '@antrean/domain';
import { type Static, Type } from 'typebox';
import { closed, Id, TrackSchema } from './schemas.ts';

const Count = Type.Integer({ minimum: 0 });
/** A date of the calendar in the mall's zone. */
const ReportDate = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
const WeekdaySchema = Type.Enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** The service days of these dates, both included; a year and a bit at most. */
export const ReportQuery = Type.Object({ from: ReportDate, to: ReportDate }, closed);
export type ReportQuery = Static<typeof ReportQuery>;

/** A leap year, so that a year can be compared with the one before by two questions. */
export const longestReportDays = 366;

const someOf = (words: readonly string[]) =>
  Type.Object(Object.fromEntries(words.map((word) => [word, Type.Optional(Count)])), closed);

/** Minutes: the mean to a tenth, median and P90 whole. Null where there is nothing to tell. */
const Spread = Type.Union([
  Type.Object({ count: Count, mean: Type.Number(), median: Count, p90: Count }, closed),
  Type.Null(),
]);

const figures = {
  taken: Count,
  priority: Count,
  served: Count,
  outcomes: someOf(outcomes),
  missed: Count,
  expired: Count,
  cancelled: Count,
  voided: Count,
  left: Count,
  onTime: Count,
  promise: Type.Object({ earlier: Count, kept: Count, later: Count }, closed),
  wait: Spread,
  service: Spread,
};

/** `GET /reports`: what the mall did, in figures (rules R1 to R6). It names no number, no visitor and no officer. */
export type ReportAnswer = PeriodReport & {
  readonly from: string;
  readonly to: string;
  /** Days of the period that are still being read from the log: the figures lack them. */
  readonly unread: number;
};
export const ReportAnswer = Type.Unsafe<ReportAnswer>(
  Type.Object(
    {
      from: ReportDate,
      to: ReportDate,
      unread: Count,
      days: Type.Array(Type.Object({ serviceDay: ReportDate, visits: Count, served: Count, wait: Spread }, closed)),
      visits: Count,
      severalServices: Count,
      withoutServer: Count,
      lapsed: Count,
      total: Type.Object(figures, closed),
      tracks: Type.Array(Type.Object({ track: TrackSchema, ...figures }, closed)),
      agencies: Type.Array(Type.Object({ agencyId: Id, ...figures }, closed)),
      services: Type.Array(Type.Object({ serviceId: Id, ...figures }, closed)),
      /** Of weekdays that had a day, 24 hours each. */
      hours: Type.Array(
        Type.Object(
          {
            weekday: WeekdaySchema,
            hours: Type.Array(Type.Object({ came: Count, called: Count, waitMs: Count }, closed)),
          },
          closed,
        ),
      ),
      counters: Type.Array(
        Type.Object(
          { counterId: Id, days: Count, served: Count, openMinutes: Count, pausedMinutes: someOf(pauseReasons) },
          closed,
        ),
      ),
      systemDown: Type.Array(Type.Object({ agencyId: Type.Union([Id, Type.Null()]), minutes: Count }, closed)),
    },
    { ...closed, $id: 'Report' },
  ),
);
