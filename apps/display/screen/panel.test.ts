import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capHeight, legibleShare, panelFor } from './panel.ts';
import { readSettings } from './settings.ts';

const atEight = { layout: 'overview', viewingDistance: 8, pxPerMm: null } as const;

for (const [width, height, rows] of [
  [1920, 1080, 3],
  [3840, 2160, 3],
  [1080, 1920, 3],
] as const)
  test(`capitals are 98 mm on a 55-inch panel of ${width}×${height} read from eight metres`, () => {
    const { big, bigRows } = panelFor({ width, height }, atEight);
    const pxPerMm = Math.max(width, height) / 1217.6;
    assert.ok((big * capHeight) / pxPerMm >= 8000 * legibleShare);
    assert.equal(bigRows, rows);
  });

test('on the 1920×1080 panel that is 154 pixels of capital, a font of 230', () => {
  assert.equal(panelFor({ width: 1920, height: 1080 }, atEight).big, 230);
});

test('a nearer last row asks for smaller numbers, and more of them are drawn', () => {
  const near = panelFor({ width: 1920, height: 1080 }, { ...atEight, viewingDistance: 4, pxPerMm: 1.577 });
  assert.equal(near.big, 115);
  assert.equal(near.bigRows, 4);
});

test('a measured panel overrides the assumed one', () => {
  const small = panelFor({ width: 1920, height: 1080 }, { ...atEight, viewingDistance: 6, pxPerMm: 2.02 });
  assert.ok(Math.abs(small.big * capHeight - 148) < 1);
});

test('a window too low for three rows shows fewer, not smaller ones', () => {
  const low = panelFor({ width: 1920, height: 800 }, atEight);
  assert.equal(low.big, 230);
  assert.equal(low.bigRows, 2);
});

for (const [layout, landscape, portrait] of [
  ['calls', 4, 4],
  ['media', 2, 2],
  ['counter', 1, 1],
] as const)
  test(`the layout ${layout} draws as many rows as eight metres allow, none smaller than that`, () => {
    for (const [width, height, rows] of [
      [1920, 1080, landscape],
      [3840, 2160, landscape],
      [1080, 1920, portrait],
    ] as const) {
      const { big, bigRows } = panelFor({ width, height }, { ...atEight, layout });
      assert.ok((big * capHeight) / (Math.max(width, height) / 1217.6) >= 8000 * legibleShare, `${width}×${height}`);
      assert.equal(bigRows, rows, `${width}×${height}`);
    }
  });

test('calls alone at four metres are more rows than calls beside lists', () => {
  const near = { viewingDistance: 4, pxPerMm: null };
  const rows = (layout: 'calls' | 'overview') => panelFor({ width: 1920, height: 1080 }, { ...near, layout }).bigRows;
  assert.deepEqual([rows('calls'), rows('overview')], [5, 4]);
});

test('the address of a display sets layout, counter, zone, language, distance, panel and sound', () => {
  assert.deepEqual(
    readSettings('?layout=counter&counter=counter-7&zone=1&lang=en&viewingDistance=6.5&pxPerMm=1.9&sound=on'),
    {
      layout: 'counter',
      counterId: 'counter-7',
      zoneId: '1',
      language: 'en',
      viewingDistance: 6.5,
      pxPerMm: 1.9,
      sound: true,
    },
  );
  assert.deepEqual(readSettings('?layout=cinema&viewingDistance=-3&pxPerMm=wide&lang=xx'), {
    layout: 'overview',
    counterId: null,
    zoneId: null,
    language: 'id',
    viewingDistance: 8,
    pxPerMm: null,
    sound: false,
  });
});

test('at the entrance people stand, so it is set for three metres unless told', () => {
  assert.equal(readSettings('?layout=entrance').viewingDistance, 3);
  assert.equal(readSettings('?layout=entrance&viewingDistance=5').viewingDistance, 5);
});
