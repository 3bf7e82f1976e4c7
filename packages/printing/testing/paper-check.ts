import assert from 'node:assert/strict';
import type { PrintOutcome } from '../src/outcome.ts';
import type { CutSlip } from '../src/virtual/virtual-printer.ts';

/** Numbers that no slip shows by chance. */
export const numberOf = (turn: number) => `XQ${String(turn).padStart(3, '0')}`;

/** Throws where the paper and what was said of it differ. `outcomes` are those of first prints, by number. */
export function checkPaper(slips: readonly CutSlip[], outcomes: ReadonlyMap<string, PrintOutcome['kind']>): void {
  const came = new Map<string, number>();
  for (const { text } of slips) {
    for (const [number] of text.matchAll(/XQ\d{3}/g)) came.set(number, (came.get(number) ?? 0) + 1);
  }
  for (const [number, kind] of outcomes) {
    const times = came.get(number) ?? 0;
    if (kind === 'PRINTED') assert.equal(times, 1, `${number} is PRINTED and came out ${times} times`);
    else if (kind === 'NOT_SENT') assert.equal(times, 0, `${number} is NOT_SENT and came out`);
    else assert.ok(times <= 1, `${number} came out ${times} times`);
  }
  for (const { text } of slips) assert.equal(text.match(/XQ\d{3}/g)?.length, 1, `not one visitor's paper: ${text}`);
  const kinds = [...outcomes];
  const printed = kinds.filter(([, kind]) => kind === 'PRINTED').length;
  const unknownAndOut = kinds.filter(([number, kind]) => kind === 'UNKNOWN' && came.has(number)).length;
  assert.equal(slips.length, printed + unknownAndOut, 'slips that nobody knows of');
}
