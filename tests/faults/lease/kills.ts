import { killRun } from './kill-run.ts';

// The long form: npm run faults -- --rounds 200 --seed 7
const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
};
const [rounds, seed] = [flag('rounds', 200), flag('seed', 7)];
const run = await killRun(rounds, seed, (line) => console.log(line));
const { contradictions, ...figures } = run;
console.log(JSON.stringify({ seed, ...figures }, null, 2));
for (const line of contradictions) console.error(line);
console.log(`${contradictions.length} contradictions between paper, people and record`);
process.exitCode = contradictions.length === 0 ? 0 : 1;
