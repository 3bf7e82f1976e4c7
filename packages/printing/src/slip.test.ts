import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqrModule from 'jsqr';
import { paperOf, printed } from '../testing/printed.ts';
import { oneLeg, slips } from '../testing/slip-examples.ts';
import { type PrinterProfile, paper58, paper80 } from './profiles.ts';
import type { Slip } from './slip.ts';
import { slipJob } from './slip-bytes.ts';
import { slipDate } from './slip-date.ts';
import { ascii, wrap } from './slip-text.ts';
import type { Paper } from './virtual/paper.ts';
import { paperPicture } from './virtual/paper-picture.ts';
import { paperText } from './virtual/paper-text.ts';

// The package is CommonJS: its types call the function `default`, Node hands over the module.
const jsqr = 'default' in jsqrModule ? jsqrModule.default : jsqrModule;

const onPaper = (slip: Slip, profile: PrinterProfile) => paperOf(slipJob(slip, profile), profile);
const textOf = (slip: Slip, profile = paper80) => paperText(onPaper(slip, profile));
const english = (slip: Slip): Slip => ({ ...slip, secondLanguage: 'en' });

for (const { name, job, profile } of printed)
  test(`${name} fits its roll, holds no byte that nobody has checked, and stays as it was`, (t) => {
    const paper = paperOf(job, profile);
    assert.equal(paper.overflow, 0, 'the printer broke a line');
    assert.deepEqual(paper.unknown, []);
    // A picture has no letters; how it comes out is asserted of its dots.
    if (name.endsWith('chinese')) return;
    const file = path.join(import.meta.dirname, '../testing/golden', `${name}.txt`);
    t.assert.fileSnapshot(paperText(paper), file, { serializers: [(text) => `${text}\n`] });
  });

for (const profile of [paper80, paper58])
  for (const [what, slip] of Object.entries(slips))
    test(`the code of a slip for ${what} on ${profile.name} leads to its page, and its number is there once`, async () => {
      const paper = onPaper(english(slip), profile);
      assert.equal(await readCode(paper), slip.statusUrl);
      assert.equal(paperText(paper).split(slip.number).length, 2);
    });

test('the number is as large as the roll allows', () => {
  const sizeOf = (slip: Slip, profile: PrinterProfile) =>
    Math.max(...onPaper(slip, profile).marks.map((mark) => (mark.kind === 'glyph' ? mark.width : 0)));
  const longNumber = { ...oneLeg, number: 'DQ1000' };
  const narrower = { ...paper80, dots: 512, columns: { A: 42, B: 56 } };
  assert.deepEqual(
    [paper80, narrower, paper58].map((profile) => [sizeOf(oneLeg, profile), sizeOf(longNumber, profile)]),
    [
      [8, 8],
      [8, 7],
      [6, 5],
    ],
  );
});

test('a reprint differs from the first print only by its mark and its time', () => {
  const first = textOf(oneLeg).split('\n');
  const again = textOf({ ...oneLeg, reprint: { at: Date.UTC(2026, 10, 23, 3, 5) } }).split('\n');
  const added = again.filter((line) => !first.includes(line)).map((line) => line.trim());
  assert.deepEqual(added, ['CETAK ULANG', 'Dicetak ulang pukul 10.05 WIB']);
  assert.deepEqual(
    again.filter((line) => first.includes(line)),
    first,
  );
});

test('a slip given without the server promises the order of arrival and no time', () => {
  const text = textOf(english(slips.offline));
  assert.match(text, /Urutan dijaga menurut waktu kedatangan Anda\n.*Your place is kept by your time of arrival/);
  assert.match(text, /, offline$/);
  assert.match(textOf(slips.offline), /, luring$/);
  assert.doesNotMatch(text, /Perkiraan|orang di depan/);
  assert.doesNotMatch(textOf(oneLeg), /offline|luring/);
});

test('several services are one number and a numbered list of places', () => {
  const text = textOf(slips['three-legs']);
  assert.deepEqual(text.match(/^\d\. +\w+/gm), ['1.  Dinas', '2.  BPJS', '3.  Kantor']);
  assert.match(text, /Lantai 1, Loket M1-M3/);
});

test('papers to bring take five lines, the count of those left out among them', () => {
  for (const [secondLanguage, left] of [
    [null, 2],
    ['en', 3],
  ] as const) {
    const text = textOf({ ...slips.longest, secondLanguage });
    const lines = text.slice(text.indexOf('Siapkan')).split('\n').slice(1);
    assert.match(lines[4] ?? '', new RegExp(`^ +dan ${left} lagi`));
    assert.doesNotMatch(lines[5] ?? '', /^ *-|^ +/);
  }
});

test('papers to bring are English for those who chose it, with the Indonesian where both share a line', () => {
  const text = textOf(english(slips['three-legs']), paper58);
  assert.match(text, /^- Copy of the family card$/m);
  assert.doesNotMatch(text, /Fotokopi/);
  assert.match(textOf(english(slips.priority), paper58), /^- KTP-el \/ Electronic ID card$/m);
});

test('58 mm leaves out whom to complain to, never the number or the code', () => {
  const text = textOf(english(oneLeg), paper58);
  assert.doesNotMatch(text, /LAPOR!/);
  assert.match(textOf(oneLeg), /LAPOR! 1708/);
  assert.match(text, /DQ012/);
  assert.match(text, /\[QR /);
});

test('a visitor who reads English reads it in letters of full size', () => {
  const paper = onPaper(english(oneLeg), paper80);
  const rows = Map.groupBy(
    paper.marks.flatMap((mark) => (mark.kind === 'glyph' ? [mark] : [])),
    ({ y }) => y,
  );
  const row = [...rows.values()].find((marks) =>
    marks
      .map(({ char }) => char)
      .join('')
      .startsWith('Population'),
  );
  assert.ok(row?.every(({ font }) => font === 'A'));
  assert.ok(slipJob(english(oneLeg), paper80).paperMm <= 180);
});

test('the pictures of slips are what the printer draws', async () => {
  const folder = path.join(import.meta.dirname, '../testing/golden');
  for (const name of ['80-en-priority', '58-id-one-leg']) {
    const example = printed.find((one) => one.name === name);
    assert.ok(example);
    const drawn = await dotsOf(paperPicture(paperOf(example.job, example.profile)));
    const kept = await dotsOf(readFileSync(path.join(folder, `${name}.png`)));
    assert.deepEqual([drawn.width, drawn.height], [kept.width, kept.height]);
    // Letters are smoothed a little differently by each build of the canvas.
    const different = drawn.data.filter((value, at) => Math.abs(value - (kept.data[at] ?? 0)) > 64).length;
    assert.ok(different < drawn.data.length / 200, `${name}: ${different} of ${drawn.data.length} differ`);
  }
});

test('the date is that of the mall, whatever the machine thinks', () => {
  const at = Date.UTC(2026, 10, 23, 2, 41);
  assert.equal(slipDate(at, 'Asia/Jakarta'), 'Senin, 23 November 2026, 09.41 WIB');
  assert.equal(slipDate(at, 'Asia/Makassar'), 'Senin, 23 November 2026, 10.41 WITA');
  assert.equal(slipDate(Date.UTC(2026, 10, 22, 16, 0), 'Asia/Jayapura'), 'Senin, 23 November 2026, 01.00 WIT');
  assert.equal(slipDate(at, 'Asia/Kuala_Lumpur'), 'Senin, 23 November 2026, 10.41 GMT+8');
});

test('text for the printer is ASCII, no line is wider than its columns, and no word is left alone where that can be', () => {
  assert.equal(ascii('Pelayanan “kilat” – Café · 等候'), 'Pelayanan "kilat" - Cafe - ??');
  assert.deepEqual(wrap('satu dua tiga', 8), ['satu dua', 'tiga']);
  assert.deepEqual(wrap('satu dua tiga empat', 14), ['satu dua', 'tiga empat']);
  assert.deepEqual(wrap('x abcdefghij y', 4), ['x', 'abcd', 'efgh', 'ij y']);
  assert.deepEqual(wrap('等候等候等', 4), ['等候', '等候', '等']);
});

async function dotsOf(png: Buffer) {
  const picture = await loadImage(png);
  const { width, height } = picture;
  const ink = createCanvas(width, height).getContext('2d');
  ink.drawImage(picture, 0, 0);
  return { width, height, data: ink.getImageData(0, 0, width, height).data };
}

async function readCode(paper: Paper): Promise<string | undefined> {
  const { width, height, data } = await dotsOf(paperPicture(paper));
  return jsqr(data, width, height)?.data;
}
