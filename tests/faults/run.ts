import { parseArgs } from 'node:util';
import { rows } from './rows/catalogue.ts';
import { tryRow } from './rows/try-row.ts';

// npm run faults -- --list | --only NAME --rounds 200 --seed 7
const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '7' },
  },
});
const whole = (flag: 'rounds' | 'seed', text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${flag} is a whole number from 1`);
  return value;
};
const chosen = rows.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`No row is named ${values.only}; --list names them.`);
if (values.list) for (const { name, what, missing } of rows) console.log(`${name}: ${what}${skipped(missing())}`);
else for (const row of chosen) await show(row);

async function show(row: (typeof rows)[number]): Promise<void> {
  const why = row.missing();
  if (why !== null) return console.log(`${row.name}${skipped(why)}`);
  const seed = whole('seed', values.seed);
  const rounds = values.rounds === undefined ? row.rounds.long : whole('rounds', values.rounds);
  console.log(`${row.name}: ${row.what} (${rounds} rounds, seed ${seed})`);
  const { figures, failures } = await tryRow(row, { rounds, seed, progress: (line) => console.log(`  ${line}`) });
  console.log(`  ${JSON.stringify(figures)}`);
  for (const failure of failures) console.error(`  ${failure}`);
  console.log(`  ${failures.length === 0 ? 'as it must be' : `${failures.length} FAILURES`}`);
  if (failures.length > 0) process.exitCode = 1;
}

function skipped(why: string | null): string {
  return why === null ? '' : ` SKIPPED: ${why}`;
}
