import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readStationFlags } from './station-flags.ts';
import type { Environment } from './station-program.ts';

/** A built screen and a token in a folder, and how a station reads its flags there. */
function stationIn(t: TestContext) {
  const dir = mkdtempSync(path.join(tmpdir(), 'station-'));
  t.after(() => rmSync(dir, { recursive: true }));
  writeFileSync(path.join(dir, 'index.html'), '');
  const file = path.join(dir, 'token');
  writeFileSync(file, 'secret\n', { mode: 0o600 });
  const defaults = { own: ['colour'], port: 8090, screen: dir, data: path.join('data', 'station') } as const;
  const read = (args: readonly string[], env: Environment = {}) => readStationFlags(args, env, defaults);
  const why = (...args: readonly string[]) => {
    const flags = read(args);
    return flags.ok ? 'good' : flags.why;
  };
  return { dir, file, read, why };
}

const server = ['--server', 'http://localhost:8080/'];

test('a station needs to know its server; everything else has a default, and is enrolled on its screen', (t) => {
  const { dir, read } = stationIn(t);
  const flags = read(server);
  assert.ok(flags.ok);
  assert.deepEqual(flags.settings, {
    serverUrl: 'http://localhost:8080',
    ca: null,
    token: null,
    port: 8090,
    screen: dir,
    data: path.resolve('data', 'station'),
  });
  assert.equal(flags.value('colour'), undefined);
});

test('every flag has its twin in the environment, and the flag goes before it', (t) => {
  const { dir, file, read } = stationIn(t);
  const all = [...server, '--token-file', file, '--port', '0', '--screen', dir, '--data', dir, '--colour', 'red'];
  const twins = {
    ANTREAN_SERVER: 'http://localhost:8080',
    ANTREAN_TOKEN_FILE: file,
    ANTREAN_PORT: '0',
    ANTREAN_SCREEN: dir,
    ANTREAN_DATA: dir,
    ANTREAN_COLOUR: 'red',
  };
  for (const flags of [
    read(all),
    read([], twins),
    read(all, { ...twins, ANTREAN_PORT: '9', ANTREAN_COLOUR: 'blue' }),
  ]) {
    assert.ok(flags.ok);
    const { port, data, token } = flags.settings;
    assert.deepEqual([port, data, token, flags.value('colour')], [0, dir, 'secret', 'red']);
  }
  const fromEnvironment = read(server, { ANTREAN_TOKEN: 'from-environment' });
  assert.equal(fromEnvironment.ok && fromEnvironment.settings.token, 'from-environment');
});

test('a bad flag is named with what is wrong about it', (t) => {
  const { dir, file, why } = stationIn(t);
  assert.match(why(), /^--server is missing/);
  assert.match(why('--server', 'localhost'), /^--server is not an http address: localhost/);
  assert.match(why('--server', 'http://a/b'), /^--server is more than an origin/);
  assert.match(why(...server, '--ca', file), /^--ca needs an https address/);
  assert.match(why('--server', 'https://a', '--ca', file), /^--ca holds no certificate/);
  assert.match(why(...server, '--size', '3'), /--size/);
  assert.match(why(...server, 'surplus'), /surplus/);
  for (const port of ['x', '70000', '-1', '1.5'])
    assert.match(why(...server, `--port=${port}`), /^--port is not a port/);
  assert.match(why(...server, '--screen', path.join(dir, 'none')), /^--screen holds no built screen/);
  assert.match(why(...server, '--token-file', path.join(dir, 'none')), /^--token-file is not a file/);
  writeFileSync(file, '\n');
  assert.match(why(...server, '--token-file', file), /^--token-file is empty/);
});

test('a token that others on this PC can read is not used', { skip: process.platform === 'win32' }, (t) => {
  const { file, why } = stationIn(t);
  chmodSync(file, 0o644);
  assert.match(why(...server, '--token-file', file), /--token-file can be read by others; chmod 600/);
});
