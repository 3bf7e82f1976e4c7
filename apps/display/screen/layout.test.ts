import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capHeight, layoutFor, legibleShare } from './layout.ts';
import { readSettings } from './settings.ts';

const atEight = { viewingDistance: 8, pxPerMm: null };

for (const [width, height, rows] of [
  [1920, 1080, 3],
  [3840, 2160, 3],
  [1080, 1920, 3],
] as const)
  test(`capitals are 98 mm on a 55-inch panel of ${width}×${height} read from eight metres`, () => {
    const { big, bigRows } = layoutFor({ width, height }, atEight);
    const pxPerMm = Math.max(width, height) / 1217.6;
    assert.ok((big * capHeight) / pxPerMm >= 8000 * legibleShare);
    assert.equal(bigRows, rows);
  });

test('on the 1920×1080 panel that is 154 pixels of capital, a font of 230', () => {
  assert.equal(layoutFor({ width: 1920, height: 1080 }, atEight).big, 230);
});

test('a nearer last row asks for smaller numbers, and more of them are drawn', () => {
  const near = layoutFor({ width: 1920, height: 1080 }, { viewingDistance: 4, pxPerMm: 1.577 });
  assert.equal(near.big, 115);
  assert.equal(near.bigRows, 4);
});

test('a measured panel overrides the assumed one', () => {
  const small = layoutFor({ width: 1920, height: 1080 }, { viewingDistance: 6, pxPerMm: 2.02 });
  assert.ok(Math.abs(small.big * capHeight - 148) < 1);
});

test('a window too low for three rows shows fewer, not smaller ones', () => {
  const low = layoutFor({ width: 1920, height: 800 }, atEight);
  assert.equal(low.big, 230);
  assert.equal(low.bigRows, 2);
});

test('the address of a display sets zone, language, distance and panel', () => {
  assert.deepEqual(readSettings('?zone=1&lang=en&viewingDistance=6.5&pxPerMm=1.9'), {
    zoneId: '1',
    language: 'en',
    viewingDistance: 6.5,
    pxPerMm: 1.9,
  });
  assert.deepEqual(readSettings('?viewingDistance=-3&pxPerMm=wide&lang=xx'), {
    zoneId: null,
    language: 'id',
    viewingDistance: 8,
    pxPerMm: null,
  });
});
