import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readFlags } from './counter-flags.ts';

test('a counter says which of its flags is bad, and starts with none of them', (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'counter-'));
  t.after(() => rmSync(dir, { recursive: true }));
  writeFileSync(path.join(dir, 'index.html'), '');
  const file = path.join(dir, 'token');
  writeFileSync(file, 'secret\n', { mode: 0o600 });
  const good = ['--server', 'http://localhost:8080/', '--screen', dir];
  const env = { ANTREAN_TOKEN: 'from-environment' };
  const why = (args: string[], environment: Record<string, string> = env) => {
    const flags = readFlags(args, environment);
    return flags.ok ? 'good' : flags.why;
  };

  const standard = {
    serverUrl: 'http://localhost:8080',
    token: 'from-environment',
    port: 8082,
    screen: dir,
    data: path.resolve('data', 'counter'),
    shortcut: 'Ctrl+Alt+N',
  };
  assert.deepEqual(readFlags(good, env), { ok: true, settings: standard });
  const all = [...good, '--token-file', file, '--port', '0', '--shortcut', 'off'];
  assert.deepEqual(readFlags(all, {}), {
    ok: true,
    settings: { ...standard, token: 'secret', port: 0, shortcut: null },
  });
  const twins = { ANTREAN_SERVER: 'http://localhost:8080', ANTREAN_SCREEN: dir, ANTREAN_TOKEN_FILE: file };
  assert.deepEqual(readFlags([], { ...twins, ANTREAN_PORT: '0', ANTREAN_SHORTCUT: 'off' }), readFlags(all, {}));

  assert.match(why([]), /--server is missing/);
  assert.match(why([...good, '--printer', 'virtual']), /--printer/);
  assert.match(why([...good, 'surplus']), /surplus/);
  assert.match(why(['--server', 'http://a/b']), /--server/);
  assert.match(why([...good, '--port', '70000']), /--port/);
  assert.match(why([...good.slice(0, 2), '--screen', path.join(dir, 'none')]), /--screen/);
  const bare = readFlags(good, {});
  assert.equal(bare.ok && bare.settings.token, null, 'it is enrolled on its screen');
  if (process.platform !== 'win32') {
    chmodSync(file, 0o644);
    assert.match(why([...good, '--token-file', file]), /--token-file can be read by others/);
  }
});

test('a shortcut is written as people write it, and never takes a plain key away from other programs', (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'counter-'));
  t.after(() => rmSync(dir, { recursive: true }));
  writeFileSync(path.join(dir, 'index.html'), '');
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
