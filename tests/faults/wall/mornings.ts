import { wallMorning } from './morning.ts';

// The long form: npm run faults:wall -- --calls 400 --kills 20 --seed 7
const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
};
const { contradictions, ...figures } = await wallMorning(
  flag('calls', 400),
  flag('kills', 20),
  flag('seed', 7),
  (line) => console.log(line),
);
console.log(JSON.stringify(figures, null, 2));
for (const line of contradictions) console.error(line);
console.log(`${contradictions.length} contradictions between what was called, shown and spoken`);
process.exitCode = contradictions.length === 0 ? 0 : 1;
