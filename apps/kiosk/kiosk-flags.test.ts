import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { paper58, paper80 } from '@antrean/printing';
import { readFlags } from './kiosk-flags.ts';

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

  const standard = {
    serverUrl: 'http://localhost:8080',
    ca: null,
    token: 'from-environment',
    printer: 'virtual',
    profile: paper80,
    port: 8081,
    screen: dir,
    data: path.resolve('data', 'kiosk'),
    name: 'Kiosk',
    logo: null,
  };
  assert.deepEqual(readFlags(good, env), { ok: true, settings: standard });
  const all = [
    ...[...good, '--token-file', file, '--printer', 'tcp://10.0.0.7', '--profile', 'epson-58', '--port', '0'],
    ...['--data', dir, '--name', 'Kios 2', '--logo', file],
  ];
  const printer = { kind: 'tcp', host: '10.0.0.7', port: 9100 };
  assert.deepEqual(readFlags(all, {}), {
    ok: true,
    settings: {
      ...{ ...standard, token: 'secret', printer, profile: paper58, port: 0 },
      ...{ data: dir, name: 'Kios 2', logo: Buffer.from('secret\n') },
    },
  });
  const device = readFlags([...good, '--printer', 'device:///dev/usb/lp0'], env);
  assert.deepEqual(device.ok && device.settings.printer, { kind: 'device', path: '/dev/usb/lp0' });
  assert.equal(why([], { ...env, ANTREAN_SERVER: 'http://localhost:8080', ANTREAN_SCREEN: dir }), 'good');

  assert.match(why([...good, '--colour', 'red']), /--colour/);
  assert.match(why([...good, '--printer', '/dev/usb/lp0']), /--printer/);
  assert.match(why([...good, '--profile', 'thermal']), /--profile is none of epson-80/);
  assert.match(why([...good, '--name', 'x'.repeat(21)]), /--name/);
  assert.match(why([...good, '--logo', path.join(dir, 'none')]), /--logo/);
});
