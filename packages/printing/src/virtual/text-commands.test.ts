import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from '../../testing/paper-of.ts';
import { boxOf, type Mark } from './marks.ts';
import { paperText } from './paper-text.ts';

type Glyph = Mark & { kind: 'glyph' };

const glyphs = (job: string, dots?: number): readonly Glyph[] =>
  paperOf(job, dots).marks.filter((mark) => mark.kind === 'glyph');
/** The one glyph of a job that prints `#`. */
const sign = (job: string): Glyph => {
  const found = glyphs(job).find(({ char }) => char === '#');
  assert.ok(found, `no # on ${JSON.stringify(job)}`);
  return found;
};
const text = (job: string, dots?: number) => paperText(paperOf(job, dots));
const height = (job: string) => paperOf(job).height;

test('LF prints the line and feeds one, CR and NUL do nothing', () => {
  assert.equal(height('AQ012\n'), 30);
  assert.equal(text('AQ012\nAQ013\n'), 'AQ012\nAQ013');
  assert.deepEqual(paperOf('A\r\0B\r\n'), paperOf('AB\n'));
});

test('HT goes on to the next tab, every eight columns or where ESC D sets them', () => {
  assert.equal(text('a\tb\n'), 'a       b');
  assert.deepEqual(
    glyphs('\x1bD\x04\x0a\0a\tb\tc\td\n').map(({ x }) => x),
    [0, 48, 120, 132],
  );
});

test('ESC @ forgets the line that waits and every mode', () => {
  const before =
    '\x1bE\x01\x1bG\x01\x1b-\x01\x1bM\x01\x1b!\x30\x1ba\x01\x1b3\x50\x1b \x09\x1bV\x01\x1bt\x13\x1bR\x02\x1dB\x01\x1c&lost';
  assert.deepEqual(paperOf(`${before}\x1b@#\xd5\n`).marks, paperOf('#\xd5\n').marks);
});

test('ESC ! sets font, weight, size and underline at once', () => {
  const { font, bold, width, height: tall, underline } = sign('\x1b!\xb9#\n');
  assert.deepEqual([font, bold, width, tall, underline], ['B', true, 2, 2, 1]);
});

test('ESC SP puts white behind each character, twice as much behind a wide one', () => {
  assert.deepEqual(
    glyphs('\x1b \x05ab\x1d!\x10cd\n').map(({ x }) => x),
    [0, 17, 34, 68],
  );
  assert.equal(text('\x1b \x09AQ012\n'), 'AQ012');
});

test('ESC $ moves to a place on the line, and GS P says how long its unit is', () => {
  assert.equal(sign('ab\x1b$\x2c\x01#\n').x, 300);
  assert.equal(sign('\x1dP\x66\x66\x1b$\x64\0#\n').x, 199);
  assert.equal(height('\x1dP\x66\x66\x1bJ\x64'), 199);
});

test('ESC - underlines one or two dots thick', () => {
  assert.deepEqual(
    [0, 1, 2, 0x30, 0x31].map((n) => sign(`\x1b-${String.fromCharCode(n)}#\n`).underline),
    [0, 1, 2, 0, 1],
  );
});

test('ESC 3 sets the distance of lines, ESC 2 sets it back', () => {
  assert.equal(height('\x1b3\x50a\n\n'), 160);
  assert.equal(height('\x1b3\x50\x1b2a\n\n'), 60);
});

test('ESC a sets lines left, in the middle or right, from the beginning of a line only', () => {
  assert.deepEqual(
    ['\0', '\x01', '\x02', '1'].map((n) => sign(`\x1ba${n}#\n`).x),
    [0, 282, 564, 282],
  );
  assert.equal(sign('\x1ba\x01\x1dB\x01#\n').x, 282);
  assert.equal(sign('a\x1ba\x02#\n').x, 12);
});

test('ESC B buzzes and leaves the paper alone', () => {
  const { height: long, marks, commands } = paperOf('\x1bB\x03\x02');
  assert.deepEqual([long, marks, commands], [0, [], ['ESC B 3 2']]);
});

test('ESC d feeds lines and ESC J dots', () => {
  assert.equal(height('a\x1bd\x04'), 120);
  assert.equal(height('a\x1bJ\x64'), 100);
});

test('ESC E and ESC G print darker', () => {
  assert.deepEqual(
    ['', '\x1bE\x01', '\x1bG\x01', '\x1bE\x01\x1bE\0'].map((job) => sign(`${job}#\n`).bold),
    [false, true, true, false],
  );
});

test('ESC M chooses between the fonts of 12 and of 9 dots', () => {
  assert.deepEqual(
    glyphs('ab\x1bM\x01cd\x1bM\x30e\n').map(({ x }) => x),
    [0, 12, 24, 33, 42],
  );
});

test('ESC R puts the signs of a country in the place of twelve of ours', () => {
  assert.equal(text('\x1bR\x02[\\]{|}~\x1bR\0[\n'), 'ÄÖÜäöüß[');
});

test('ESC t chooses the code page by its number', () => {
  assert.equal(text('\xd5\x1bt\x13\xd5\x1bt\x10\xd5\n'), '╒€Õ');
});

test('ESC V turns each character by a right angle', () => {
  const lying = sign('\x1bV\x01#\n');
  assert.deepEqual([lying.turn, boxOf(lying)], [90, { x: 0, y: 0, width: 24, height: 12 }]);
  assert.equal(sign('\x1bV\x01\x1bV\0#\n').turn, 0);
});

test('ESC { stands the line on its head: what came first is at the right', () => {
  const [first, second] = glyphs('\x1b{\x01ab\n');
  assert.deepEqual([first?.turn, first?.x, second?.x], [180, 564, 552]);
  assert.equal(text('\x1b{\x01AQ012\n'), 'AQ012');
  assert.equal(sign('a\x1b{\x01#\n').turn, 0, 'in the middle of a line it is too late');
});

test('GS ! makes characters up to eight times as wide and as tall', () => {
  const { width, height: tall } = sign('\x1d!\x72#\n');
  assert.deepEqual([width, tall], [8, 3]);
  assert.equal(height('\x1d!\x77#\n'), 192);
});

test('GS B prints white on black', () => {
  assert.deepEqual(
    ['\x01', '\0'].map((n) => sign(`\x1dB${n}#\n`).inverted),
    [true, false],
  );
});

test('GS L and GS W set the margin and the width, from the beginning of a line only', () => {
  assert.equal(sign('\x1dL\x64\0#\n').x, 100);
  assert.equal(sign('\x1dL\x64\0\x1dW\xc8\0\x1ba\x02#\n').x, 288);
  assert.equal(sign('a\x1dL\x64\0#\n').x, 12);
  const broken = paperOf('\x1dW\x24\0AQ012\n');
  assert.deepEqual([paperText(broken), broken.overflow], ['AQ0\n12', 1]);
});

test('a line longer than the paper is broken, and the paper says so', () => {
  assert.equal(paperOf('x'.repeat(48)).overflow, 0);
  assert.equal(paperOf('x'.repeat(49)).overflow, 1);
  assert.equal(paperOf('x'.repeat(33), 384).overflow, 1);
});

test('GS V cuts whole or in part, with a feed before it where it is asked for', () => {
  assert.deepEqual(
    ['\0', '\x01', '1', 'A\x28', 'B\x28']
      .map((form) => paperOf(`a\n\x1dV${form}`))
      .map(({ cut, height: long }) => [cut, long]),
    [
      ['full', 30],
      ['partial', 30],
      ['partial', 30],
      ['full', 70],
      ['partial', 70],
    ],
  );
});

test('FS & reads two bytes a character until FS ., and FS S gives it room', () => {
  assert.equal(text('\x1c&\xb5\xc8\xba\xf2AQ012\x1c.\x82\n'), '等候AQ012é');
  const [first, second] = glyphs('\x1cS\x02\x04\x1c&\xb5\xc8\xba\xf2\n');
  assert.deepEqual([first?.x, second?.x, first && boxOf(first).width], [2, 32, 24]);
});
