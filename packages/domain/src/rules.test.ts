import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const ids = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '');

const written = ids(read('RULES.md'), /^- \*\*([A-Z]\d+)\*\* /gm);
const sources = globSync('src/**/*.ts', { cwd: root });
const titles = sources
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => ids(read(file), /\btest\(\s*(['"`].*)/g));
const proven = new Set(titles.flatMap((title) => ids(title, /\[([A-Z]\d+)\]/g)));

test('every rule has an id of its own', () => {
  assert.ok(written.length > 0);
  assert.deepEqual(
    written.filter((id, i) => written.indexOf(id) !== i),
    [],
  );
});

test('every rule is proven by a test', () => {
  assert.deepEqual(
    written.filter((id) => !proven.has(id)),
    [],
  );
});

test('every test names rules that are written', () => {
  assert.deepEqual(
    [...proven].filter((id) => !written.includes(id)),
    [],
  );
});

test('every comment cites rules that are written', () => {
  for (const file of sources.filter((name) => !name.endsWith('.test.ts')))
    for (const id of ids(read(file), /\[([A-Z]\d+)\]/g)) assert.ok(written.includes(id), `${file} cites ${id}`);
});
