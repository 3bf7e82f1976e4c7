import type { Language } from '@antrean/domain';
import { tongues } from '../src/index.ts';
import type { Token } from '../src/tongue.ts';

type Step = (sum: number, unit: number) => readonly [number, number];

const times =
  (power: number): Step =>
  (sum, unit) => [sum + unit * power, 0];
const plus =
  (value: number): Step =>
  (sum, unit) => [sum + unit + value, 0];
const terbilang: Readonly<Record<Token, Step>> = {
  sepuluh: plus(10),
  sebelas: plus(11),
  belas: (sum, unit) => [sum + unit + 10, 0],
  puluh: times(10),
  seratus: plus(100),
  ratus: times(100),
  seribu: plus(1_000),
  ribu: times(1_000),
};
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const steps: Readonly<Record<Language, Readonly<Record<Token, Step>>>> = {
  id: terbilang,
  ms: terbilang,
  en: {
    ...Object.fromEntries(teens.map((word, index) => [word, plus(index + 10)])),
    ...Object.fromEntries(tens.map((word, index) => [word, plus((index + 2) * 10)])),
    hundred: times(100),
    thousand: times(1_000),
    and: (sum, unit) => [sum, unit],
  },
  zh: {
    shi2: (sum, unit) => [sum + (unit === 0 ? 1 : unit) * 10, 0],
    bai3: times(100),
    qian1: times(1_000),
    ling2: (sum) => [sum, 0],
  },
};

/** What a listener understands: the number that these words say, NaN for words that say none. */
export function readNumber(tokens: readonly Token[], language: Language): number {
  let [sum, unit] = [0, 0];
  for (const token of tokens) {
    const step = steps[language][token];
    const digit = tongues[language].digits.indexOf(token);
    if (step) [sum, unit] = step(sum, unit);
    else if (digit >= 0) unit = digit;
    else return Number.NaN;
  }
  return sum + unit;
}
