import type { Build, Figures } from './rounds.ts';

/** A ratio between the medians of two builds, and what the project wants it to be. */
export type Goal = {
  readonly says: string;
  readonly figure: string;
  readonly of: string;
  readonly to: string;
  /** `p99ms` of `of` beside `p50ms` of `to`, say; the same figure when it is left out. */
  readonly toFigure?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** One line of the table of goals: what is measured, beside what, and how it is set up. */
export type Row = {
  readonly name: string;
  readonly title: string;
  readonly goals: readonly Goal[];
  open(): Promise<{ readonly builds: readonly Build[]; close(): Promise<void> }>;
};

export type Judged = Goal & { readonly ratio: number; readonly reached: boolean };

export function judge(goals: readonly Goal[], figures: Figures): readonly Judged[] {
  return goals.map((goal) => {
    const median = (build: string, figure: string) => figures.get(build)?.[figure]?.median ?? Number.NaN;
    const ratio = median(goal.of, goal.figure) / median(goal.to, goal.toFigure ?? goal.figure);
    const reached = ratio >= (goal.atLeast ?? 0) && ratio <= (goal.atMost ?? Number.POSITIVE_INFINITY);
    return { ...goal, ratio, reached };
  });
}
