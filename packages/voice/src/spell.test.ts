import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNumber } from '../testing/read-number.ts';
import { spell, voiceLanguages } from './index.ts';

const said = (label: string, ...[language = 'id', style = 'words']: Partial<[Language, NumberStyle]>) =>
  spell(label, language, style).join(' ').replaceAll('letter-', '');

type Language = Parameters<typeof spell>[1];
type NumberStyle = Parameters<typeof spell>[2];

test('an Indonesian announcer reads numbers by terbilang', () => {
  const vectors: readonly (readonly [string, string])[] = [
    ['0', 'nol'],
    ['7', 'tujuh'],
    ['10', 'sepuluh'],
    ['11', 'sebelas'],
    ['12', 'dua belas'],
    ['20', 'dua puluh'],
    ['21', 'dua puluh satu'],
    ['100', 'seratus'],
    ['101', 'seratus satu'],
    ['110', 'seratus sepuluh'],
    ['111', 'seratus sebelas'],
    ['117', 'seratus tujuh belas'],
    ['215', 'dua ratus lima belas'],
    ['999', 'sembilan ratus sembilan puluh sembilan'],
    ['1000', 'seribu'],
    ['1234', 'seribu dua ratus tiga puluh empat'],
    ['2011', 'dua ribu sebelas'],
  ];
  for (const [label, words] of vectors) assert.equal(said(label), words);
});

test('the zeros in front of a number on a slip are silent, its letters are not', () => {
  assert.equal(said('AQ012'), 'a q dua belas');
  assert.equal(said('RS007'), 'r s tujuh');
  assert.equal(said('BL101'), 'b l seratus satu');
  assert.equal(said('AQ000'), 'a q nol');
  assert.equal(said('M1'), 'm satu');
  assert.equal(said('B-12 a'), 'b dua belas a');
});

test('a mall that reads digit by digit hears every digit of the slip', () => {
  assert.equal(said('AQ012', 'id', 'digits'), 'a q nol satu dua');
  assert.equal(said('AQ012', 'en', 'digits'), 'a q zero one two');
  assert.equal(said('AQ012', 'ms', 'digits'), 'a q kosong satu dua');
  assert.equal(said('AQ012', 'zh', 'digits'), 'a q ling2 yi1 er4');
});

test('the other languages read numbers as their speakers do', () => {
  assert.equal(said('AQ012', 'en'), 'a q twelve');
  assert.equal(said('105', 'en'), 'one hundred and five');
  assert.equal(said('1342', 'en'), 'one thousand three hundred and forty two');
  assert.equal(said('8', 'ms'), 'lapan');
  assert.equal(said('108', 'ms'), 'seratus lapan');
  assert.equal(said('12', 'zh'), 'shi2 er4');
  assert.equal(said('105', 'zh'), 'yi1 bai3 ling2 wu3');
  assert.equal(said('110', 'zh'), 'yi1 bai3 yi1 shi2');
  assert.equal(said('1005', 'zh'), 'yi1 qian1 ling2 wu3');
  assert.equal(said('1050', 'zh'), 'yi1 qian1 ling2 wu3 shi2');
});

test('a number too long for words is read digit by digit', () => {
  assert.equal(said('A12345'), 'a satu dua tiga empat lima');
});

for (const language of voiceLanguages)
  test(`whoever hears a number in ${language} understands that number and no other`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), (n) =>
        assert.equal(readNumber(spell(String(n).padStart(3, '0'), language, 'words'), language), n),
      ),
      { numRuns: 2_000 },
    );
    const heard = new Set(Array.from({ length: 10_000 }, (_, n) => spell(String(n), language, 'words').join(' ')));
    assert.equal(heard.size, 10_000);
  });
