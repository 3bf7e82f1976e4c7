import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readFlags } from './headless-flags.ts';

test('a kiosk says which of its flags is bad, and starts with none of them', (t) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'kiosk-'));
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

  assert.deepEqual(readFlags(good, env), {
    ok: true,
    settings: {
      ...{ serverUrl: 'http://localhost:8080', token: 'from-environment', printer: 'virtual' },
      ...{ paper: 80, port: 8081, screen: dir },
    },
  });
  const all = [...good, '--token-file', file, '--printer', 'tcp://10.0.0.7', '--paper', '58', '--port', '0'];
  assert.deepEqual(readFlags(all, {}), {
    ok: true,
    settings: {
      ...{ serverUrl: 'http://localhost:8080', token: 'secret', printer: { host: '10.0.0.7', port: 9100 } },
      ...{ paper: 58, port: 0, screen: dir },
    },
  });
  assert.equal(why([], { ...env, ANTREAN_SERVER: 'http://localhost:8080', ANTREAN_SCREEN: dir }), 'good');

  assert.match(why([]), /--server is missing/);
  assert.match(why([...good, '--colour', 'red']), /--colour/);
  assert.match(why([...good, 'surplus']), /surplus/);
  assert.match(why(['--server', 'localhost']), /--server/);
  assert.match(why(['--server', 'http://a/b']), /--server/);
  assert.match(why([...good, '--printer', '/dev/usb/lp0']), /--printer/);
  assert.match(why([...good, '--paper', '70']), /--paper/);
  assert.match(why([...good, '--port', 'x']), /--port/);
  assert.match(why([...good.slice(0, 2), '--screen', path.join(dir, 'none')]), /--screen/);
  assert.match(why(good, {}), /token/);
  assert.match(why([...good, '--token-file', path.join(dir, 'none')]), /--token-file/);
  if (process.platform !== 'win32') {
    chmodSync(file, 0o644);
    assert.match(why([...good, '--token-file', file]), /--token-file can be read by others/);
  }
});
