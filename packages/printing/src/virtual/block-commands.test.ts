import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobs } from '../../testing/jobs.ts';
import { paperOf } from '../../testing/paper-of.ts';
import { codeIn, pixelsOf } from '../../testing/pictures.ts';
import { boxOf, type Mark } from './marks.ts';
import { paperPicture } from './paper-picture.ts';
import { paperText } from './paper-text.ts';

const marks = (job: string): readonly Mark[] => paperOf(job).marks;
const boxes = (job: string) => marks(job).map(boxOf);

test('GS ( k prints a code that a phone reads', async () => {
  const url = 'http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ';
  const paper = paperOf(jobs.codes);
  const [code] = paper.marks;
  assert.ok(code?.kind === 'qr');
  assert.deepEqual([code.module, code.level, boxOf(code)], [5, 'M', { x: 205, y: 0, width: 165, height: 165 }]);
  assert.equal(await codeIn(paperPicture(paper)), url);
  assert.ok(paperText(paper).includes(`[QR ${url}]`));
});

test('a code of signs beyond ASCII is read as it was meant', async () => {
  const data = Buffer.from('Antrean é 等候').toString('latin1');
  const job = `\x1d(k\x03\x001C\x06\x1d(k${String.fromCharCode(data.length + 3)}\x001P0${data}\x1d(k\x03\x001Q0`;
  assert.equal(await codeIn(paperPicture(paperOf(job))), 'Antrean é 等候');
});

for (const [name, job, text, modules] of [
  ['UPC-A', '\x1dk\x0001234567890\0', '012345678905', 95],
  ['EAN13', '\x1dkC\x0c899123456789', '8991234567891', 95],
  ['EAN8', '\x1dk\x031234567\0', '12345670', 67],
  ['CODE39', '\x1dk\x04AQ012\0', 'AQ012', 111],
  ['ITF', '\x1dkF\x041234', '1234', 45],
  ['CODE128', '\x1dkI\x0a{BAQ{C\x00\x0c{A', 'AQ0012', 101],
] as const)
  test(`GS k prints ${name} as bars with its text`, () => {
    const paper = paperOf(`\x1dw\x02\x1dh\x28${job}`);
    const [bars] = paper.marks;
    assert.ok(bars?.kind === 'bars', JSON.stringify(paper.unknown));
    assert.deepEqual([bars.symbology, bars.text, bars.pattern.length], [name, text, modules]);
    assert.deepEqual(boxOf(bars), { x: 0, y: 0, width: 2 * modules, height: 40 });
    assert.ok(paperText(paper).includes(`[${name} ${text}]`));
  });

test('the bars of an EAN13 are those of its table', () => {
  const [bars] = marks('\x1dkC\x0d4003994155486');
  const left = '0001101 0100111 0111101 0001011 0010111 0011101';
  const right = '1100110 1001110 1001110 1011100 1001000 1010000';
  assert.equal(bars?.kind === 'bars' && bars.pattern, `101${left}01010${right}101`.replaceAll(' ', ''));
});

test('every sign of CODE128 has eleven modules of its own, with an even count of black ones', () => {
  const signs = new Set<string>();
  for (let value = 0; value < 100; value += 1) {
    const [bars] = marks(`\x1dkI\x03{C${String.fromCharCode(value)}\n`);
    assert.ok(bars?.kind === 'bars');
    assert.equal(bars.pattern.length, 3 * 11 + 13);
    const sign = bars.pattern.slice(11, 22);
    assert.match(sign, /^1.*0$/);
    assert.equal([...sign].filter((module) => module === '1').length % 2, 0, sign);
    signs.add(sign);
  }
  assert.equal(signs.size, 100);
});

test('GS H and GS f write the text of a barcode above or below it, in the font that was asked for', () => {
  const rows = (n: string) =>
    marks(`\x1dH${n}\x1df\x01\x1dk\x04A\0`).map((mark) => (mark.kind === 'glyph' ? mark.font : mark.kind));
  assert.deepEqual(
    [rows('\0'), rows('\x01'), rows('\x02'), rows('\x03')],
    [['bars'], ['B', 'bars'], ['bars', 'B'], ['B', 'bars', 'B']],
  );
});

test('GS v 0 prints bits as dots, once or twice as large', async () => {
  const job = (scale: string) => `\x1dv0${scale}\x01\x00\x02\x00\xa0\x40`;
  assert.deepEqual(
    ['\0', '\x01', '\x02', '3'].map((scale) => boxes(job(scale))[0]),
    [
      { x: 0, y: 0, width: 8, height: 2 },
      { x: 0, y: 0, width: 16, height: 2 },
      { x: 0, y: 0, width: 8, height: 4 },
      { x: 0, y: 0, width: 16, height: 4 },
    ],
  );
  const { isBlack } = await pixelsOf(paperPicture(paperOf(`${job('\0')}\n`)));
  const row = (y: number) => [0, 1, 2, 3].map((x) => isBlack(36 + x, 60 + y));
  assert.deepEqual(
    [row(0), row(1)],
    [
      [true, false, true, false],
      [false, true, false, false],
    ],
  );
  assert.equal(paperText(paperOf(job('\0'))), '[raster 8x2]');
});

test('GS ( L stores a picture and prints it when it is told to, once', () => {
  const store = '\x1d(L\x0c\x000p0\x02\x011\x08\x00\x02\x00\xa0\x40';
  const print = '\x1d(L\x02\x0002';
  assert.deepEqual(marks(store), []);
  assert.deepEqual(boxes(`${store}${print}`), [{ x: 0, y: 0, width: 16, height: 2 }]);
  assert.equal(marks(`${store}${print}${print}`).length, 1);
  assert.deepEqual(paperOf('\x1d(L\x02\x000\x77').unknown, [[0x1d, 0x28, 0x4c, 2, 0, 0x30, 0x77]]);
});

test('GS ( A prints a test', () => assert.match(paperText(paperOf('\x1d(A\x02\x00\x00\x02')), /TEST/));

test('ESC L begins a page: nothing is printed until FF, which leaves it', () => {
  const page = '\x1bL\x1bW\x64\0\x32\0\xc8\0\x64\0AQ012\n';
  assert.deepEqual([paperOf(page).marks, paperOf(page).height], [[], 0]);
  const printed = paperOf(`a\n${page}\x0cb\n`);
  assert.deepEqual(
    printed.marks.map(({ x, y }) => [x, y]).filter((_, at) => at < 2 || at === 6),
    [
      [0, 0],
      [100, 80],
      [0, 104],
    ],
  );
  assert.equal(paperText(printed), 'a\n        AQ012\nb');
});

test('CAN wipes the page and ESC S leaves it unprinted; outside a page both and FF do nothing', () => {
  assert.equal(paperText(paperOf('\x1bLlost\n\x18AQ012\n\x0c')), 'AQ012');
  assert.equal(paperText(paperOf('\x1bLlost\n\x1bSAQ012\n')), 'AQ012');
  assert.deepEqual(paperOf('A\x0c\x18\x1bSB\n').marks, paperOf('AB\n').marks);
});

test('ESC T turns the page', () => {
  const laid = (direction: string) =>
    paperOf(`\x1bL\x1bW\0\0\0\0\xc8\0\x64\0\x1bT${direction}#\n\x0c`).marks.map((mark) => [mark.turn, boxOf(mark)]);
  assert.deepEqual(laid('\0'), [[0, { x: 0, y: 0, width: 12, height: 24 }]]);
  assert.deepEqual(laid('\x01'), [[270, { x: 0, y: 88, width: 24, height: 12 }]]);
  assert.deepEqual(laid('\x02'), [[180, { x: 188, y: 76, width: 12, height: 24 }]]);
  assert.deepEqual(laid('\x03'), [[90, { x: 176, y: 0, width: 24, height: 12 }]]);
});
