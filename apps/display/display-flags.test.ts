import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readFlags } from './display-flags.ts';

test('a display says which of its flags is bad, and starts with none of them', (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'display-'));
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
    ca: null,
    token: 'from-environment',
    port: 8083,
    screen: dir,
    data: path.resolve('data', 'display'),
    panel: null,
    query: '',
  };
  assert.deepEqual(readFlags(good, env), { ok: true, settings: standard });
  const all = [
    ...[...good, '--token-file', file, '--port', '0', '--panel', '2528732444', '--zone', 'lantai 1'],
    ...['--layout', 'counter', '--counter', 'counter-12', '--viewing-distance', '6.5', '--px-per-mm', '1.58'],
    ...['--lang', 'en', '--voice', 'on', '--volume', '60', '--quiet', '12:00-13:00,17:00-07:00', '--sound', 'off'],
  ];
  const query =
    'zone=lantai+1&layout=counter&counter=counter-12&viewingDistance=6.5&pxPerMm=1.58&lang=en&voice=on&volume=60&quiet=12%3A00-13%3A00%2C17%3A00-07%3A00&sound=off';
  assert.deepEqual(readFlags(all, {}), {
    ok: true,
    settings: { ...standard, token: 'secret', port: 0, panel: '2528732444', query },
  });
  const twins = {
    ANTREAN_SERVER: 'http://localhost:8080',
    ANTREAN_SCREEN: dir,
    ANTREAN_TOKEN_FILE: file,
    ANTREAN_PORT: '0',
    ANTREAN_PANEL: '2528732444',
    ANTREAN_ZONE: 'lantai 1',
    ANTREAN_LAYOUT: 'counter',
    ANTREAN_COUNTER: 'counter-12',
    ANTREAN_VIEWING_DISTANCE: '6.5',
    ANTREAN_PX_PER_MM: '1.58',
    ANTREAN_LANG: 'en',
    ANTREAN_VOICE: 'on',
    ANTREAN_VOLUME: '60',
    ANTREAN_QUIET: '12:00-13:00,17:00-07:00',
    ANTREAN_SOUND: 'off',
  };
  assert.deepEqual(readFlags([], twins), readFlags(all, {}));

  assert.match(why([...good, '--printer', 'virtual']), /--printer/);
  assert.match(why([...good, '--panel', 'HDMI-1']), /^--panel is not the number of a panel: HDMI-1/);
  assert.match(why([...good, '--layout', 'grid']), /^--layout is none of calls, overview, media, counter, entrance/);
  assert.match(why([...good, '--layout', 'counter']), /^--layout counter needs --counter/);
  assert.match(why([...good, '--lang', 'ms']), /^--lang is none of id, en: ms/);
  assert.match(why([...good, '--voice', 'loud']), /^--voice is none of on, off/);
  assert.match(why([...good, '--sound', '1']), /^--sound is none of on, off/);
  for (const bad of ['101', '-1', 'loud', '']) assert.match(why([...good, `--volume=${bad}`]), /^--volume/);
  for (const bad of ['noon', '12:00-25:00', '12:00-13:00,', ''])
    assert.match(why([...good, '--quiet', bad]), /^--quiet is not like/);
  for (const bad of ['0', '-1', 'far', '']) {
    assert.match(why([...good, `--viewing-distance=${bad}`]), /^--viewing-distance is not above zero/);
    assert.match(why([...good, `--px-per-mm=${bad}`]), /^--px-per-mm is not above zero/);
  }
});
