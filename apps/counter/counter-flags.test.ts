import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readFlags } from './counter-flags.ts';

function screenIn(t: TestContext): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'counter-'));
  t.after(() => rmSync(dir, { recursive: true }));
  writeFileSync(path.join(dir, 'index.html'), '');
  return dir;
}

test('a counter knows all but its server by itself, and no flag of another station', (t) => {
  const screen = screenIn(t);
  const good = ['--server', 'http://localhost:8080/', '--screen', screen];
  const standard = {
    serverUrl: 'http://localhost:8080',
    ca: null,
    token: null,
    port: 8082,
    screen,
    data: path.resolve('data', 'counter'),
    shortcut: 'Ctrl+Alt+N',
  };
  assert.deepEqual(readFlags(good, {}), { ok: true, settings: standard });
  const withoutKeys = { ok: true, settings: { ...standard, shortcut: null } };
  assert.deepEqual(readFlags([...good, '--shortcut', 'off'], {}), withoutKeys);
  assert.deepEqual(readFlags(good, { ANTREAN_SHORTCUT: 'off' }), withoutKeys);
  const foreign = readFlags([...good, '--printer', 'virtual'], {});
  assert.match(foreign.ok ? 'good' : foreign.why, /--printer/);
});

test('a shortcut is written as people write it, and never takes a plain key away from other programs', (t) => {
  const dir = screenIn(t);
  const shortcut = (keys: string) => {
    const flags = readFlags(['--server', 'http://a', '--screen', dir, '--shortcut', keys], { ANTREAN_TOKEN: 'x' });
    return flags.ok ? flags.settings.shortcut : flags.why;
  };
  assert.equal(shortcut('ctrl + shift + f9'), 'Ctrl+Shift+F9');
  assert.equal(shortcut('Alt+pagedown'), 'Alt+PageDown');
  assert.equal(shortcut('Shift+Ctrl+n'), 'Ctrl+Shift+N');
  for (const keys of ['N', 'F9', 'Shift+N', 'Ctrl+', 'Ctrl', 'Ctrl+Ctrl+N', 'Strg+N', 'Ctrl+Alt+F25', 'Ctrl+NN', ''])
    assert.match(shortcut(keys) ?? '', /^--shortcut is neither/, keys);
});
