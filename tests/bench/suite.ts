// The product beside its limits and a naive build, in one run: npm run bench [-- --only NAME --rounds N]

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { page, section } from './measure/report.ts';
import { interleaved } from './measure/rounds.ts';
import { judge } from './measure/row.ts';
import { callToDisplays } from './rows/call-to-displays.ts';
import { issueOverHttp } from './rows/issue-http.ts';
import { joinAtOnce } from './rows/join-at-once.ts';
import { loneCommand } from './rows/lone-command.ts';

const rows = [
  issueOverHttp(32),
  issueOverHttp(128),
  loneCommand,
  callToDisplays(100),
  callToDisplays(1_000),
  joinAtOnce(5_000),
];
const fullRounds = 5;

const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string' } } });
const rounds = Number(values.rounds ?? fullRounds);
const chosen = rows.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds N, --only ${rows.map(({ name }) => name).join(' | ')}`);
  process.exit(1);
}
const sections: string[] = [];
for (const { title, goals, open } of chosen) {
  const { builds, close } = await open();
  const figures = await interleaved(builds, rounds).finally(close);
  const text = section({ title, rounds, figures, judged: judge(goals, figures) });
  console.log(text);
  sections.push(text);
}
// A page of some rows, or of fewer rounds, would look like the whole.
if (chosen.length === rows.length && rounds >= fullRounds) {
  const file = path.join(import.meta.dirname, '..', '..', 'docs', 'performance.md');
  writeFileSync(file, page(sections, new Date().toISOString().slice(0, 10)));
}
