import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFigures, percentile } from './figures.ts';

test('the ninth of ten waits is the P90', () => {
  assert.equal(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9), 9);
  assert.equal(percentile([4], 0.9), 4);
  assert.equal(percentile([], 0.9), null);
});

test('the report tells each track and the whole mall, refusals and numbers given twice', () => {
  const figures = countFigures();
  for (const track of ['quick', 'quick', 'long'] as const) figures.issued({ track, agency: 'Dukcapil' });
  figures.called('quick', 4);
  figures.called('quick', 8);
  figures.served('quick');
  figures.missed('long');
  figures.refused('counter.busy');
  figures.numbered('2026-11-23', 'AQ001');
  figures.numbered('2026-11-23', 'AQ002');
  assert.match(figures.report(), /Numbers given twice: 0/);
  figures.numbered('2026-11-23', 'AQ001');
  const report = figures.report();
  assert.match(report, /issued +2 +0 +1 +3\n/);
  assert.match(report, /mean wait, minutes +6\.0 +– +– +6\.0\n/);
  assert.match(report, /Dukcapil 3/);
  assert.match(report, /counter\.busy 1/);
  assert.match(report, /Numbers given twice: 1/);
});

test('a visitor who reports back is no longer missed', () => {
  const figures = countFigures();
  figures.missed('quick');
  figures.reportedBack('quick');
  assert.equal(figures.totals().missed, 0);
});
