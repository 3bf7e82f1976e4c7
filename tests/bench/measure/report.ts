import { cpus, release, totalmem } from 'node:os';
import type { Figures, Spread } from './rounds.ts';
import type { Judged } from './row.ts';

export type Measured = {
  readonly title: string;
  readonly rounds: number;
  readonly figures: Figures;
  readonly judged: readonly Judged[];
};

/** One row as a section of the page: a table of medians with their spread, then the ratios. */
export function section({ title, rounds, figures, judged }: Measured): string {
  const names = [...new Set([...figures.values()].flatMap((of) => Object.keys(of)))];
  const lines = [...figures].map(([build, of]) => `| ${[build, ...names.map((name) => cell(of[name]))].join(' | ')} |`);
  const ratios = judged.map(({ says, ratio, atLeast, atMost, reached }) => {
    const wanted = atLeast === undefined ? `at most ${short(atMost ?? Number.NaN)}` : `at least ${short(atLeast)}`;
    return `- ${says}: **${short(ratio)}**, wanted ${wanted}: ${reached ? 'reached' : 'missed'}`;
  });
  const head = [`| build | ${names.join(' | ')} |`, `|---|${names.map(() => '---').join('|')}|`];
  return [`## ${title}`, '', `Median of ${rounds} rounds (least–most).`, '', ...head, ...lines, '', ...ratios, ''].join(
    '\n',
  );
}

/** The whole page: machine and date first, because figures without them mean nothing. */
export function page(sections: readonly string[], date: string): string {
  const [cpu] = cpus();
  return [
    '# Performance',
    '',
    `Measured on ${date}: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}.`,
    'Written by `npm run bench`, which measures the product, its limits and a naive build in one run, in turns; run it again on',
    'a machine that does nothing else. `npm run bench -- --only NAME --rounds N` measures one row and writes nothing.',
    'Ratios hold from machine to machine, absolute figures do not.',
    '',
    ...sections,
  ].join('\n');
}

function cell(spread: Spread | undefined): string {
  return spread ? `${short(spread.median)} (${short(spread.min)}–${short(spread.max)})` : '';
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
