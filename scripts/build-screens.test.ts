import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildScreens } from './build-screens.ts';
import { withoutSchemas } from './drop-schemas.ts';

const apps = path.resolve(import.meta.dirname, '../apps');

before(async () => void (await buildScreens()));

for (const [app, most] of [
  ['kiosk', 80],
  ['counter', 70],
  ['display', 70],
  ['visitor', 30],
] as const)
  test(`the page of a ${app} starts with at most ${most} KB of gzipped script`, () => {
    const screen = path.join(apps, app, 'out/screen');
    const html = readFileSync(path.join(screen, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file = '']) => file);
    assert.ok(scripts.length > 0, 'no script at all');
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(screen, file))).length, 0);
    assert.ok(bytes <= most * 1_000, `${(bytes / 1_000).toFixed(1)} KB`);
  });

test('no page carries schemas or the library that builds them', () => {
  const scripts = globSync('*/out/screen/assets/*.js', { cwd: apps });
  for (const app of ['admin', 'counter', 'display', 'kiosk', 'visitor'])
    assert.ok(
      scripts.some((file) => file.startsWith(`${app}${path.sep}`)),
      `no script of ${app}`,
    );
  const carrying = scripts.filter((file) =>
    /~kind|additionalProperties|typebox/.test(readFileSync(path.join(apps, file), 'utf8')),
  );
  assert.deepEqual(carrying, []);
});

test('what is no schema stays in a page’s protocol: paths, codes, sentences', () => {
  const kept = withoutSchemas(
    'commands.ts',
    `import { type Static, Type } from 'typebox';
const Nothing = Type.Object({}, closed);
export type Nothing = Static<typeof Nothing>;
export const open = { path: '/day/open', body: Type.Object({ a: Type.Array(Id) }, closed), answer: Nothing } as const;
export const mostMs = 10 * Math.min(1, 2);`,
  );
  assert.equal(
    kept,
    `
const Nothing = undefined;
export type Nothing = Static<typeof Nothing>;
export const open = { path: '/day/open', body: undefined, answer: Nothing } as const;
export const mostMs = 10 * Math.min(1, 2);`,
  );
});
