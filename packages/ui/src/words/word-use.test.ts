import assert from 'node:assert/strict';
import { test } from 'node:test';
import { access } from './id/access.ts';
import { acts } from './id/acts.ts';
import { board } from './id/board.ts';
import { entry } from './id/entry.ts';
import * as screens from './id/index.ts';

type Text = { readonly key: string; readonly text: string };

const all = textsOf({ ...screens, access, acts, board, entry });

test('"batal" is how a visit ends and nothing else: a step is taken back with "Urungkan"', () => {
  const aboutVisits = /cancel|givesUp/i;
  assert.deepEqual(
    all.filter(({ key, text }) => /batal/i.test(text) && !aboutVisits.test(key)),
    [],
  );
  const undos = all.filter(({ key }) => /\bundo(\.label)?$/.test(key)).map(({ text }) => text);
  assert.ok(undos.length >= 4, 'the ways back are found');
  for (const text of undos) assert.match(text, /^Urungkan/);
});

test('a question is left with "Kembali", on every screen', () => {
  for (const { text } of all.filter(({ key }) => /\.(common|access)\.back$/.test(key))) assert.equal(text, 'Kembali');
});

test('the paper with the number is a "struk", never a "karcis"', () => {
  assert.ok(all.some(({ text }) => /struk/i.test(text)));
  assert.deepEqual(
    all.filter(({ text }) => /karcis|resi\b/i.test(text)),
    [],
  );
});

/** Every text of a dictionary; what takes arguments is asked with one that reads as number and as text. */
function textsOf(words: unknown, key = ''): readonly Text[] {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words === 'function') return textsOf(words(...Array.from({ length: words.length }, () => '2')), key);
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, part]) => textsOf(part, `${key}.${name}`));
}
