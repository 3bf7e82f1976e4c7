import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { job, short } from '../testing/desk.ts';
import { openPrinter } from './printer.ts';
import { paper80 } from './profiles.ts';
import { startVirtualPrinter } from './virtual/virtual-printer.ts';

const skip = spawnSync('script', ['--version']).status === 0 ? false : 'script of util-linux is missing';

/** A device file that reads and writes, which ends in a virtual printer: the terminal of `script`, from which nobody types. */
async function deviceFile(t: TestContext, to: { readonly host: string; readonly port: number }) {
  const terminal = spawn('script', ['-qfc', 'stty raw -echo; tty; exec sleep 60', '/dev/null'], { stdio: 'pipe' });
  t.after(() => ended(terminal));
  const [greeting] = await once(terminal.stdout, 'data');
  const file = /\/dev\/\S+/.exec(String(greeting))?.[0] ?? '';
  const socket = connect(to.port, to.host);
  socket.on('error', () => {});
  terminal.stdin.on('error', () => {});
  terminal.stdout.pipe(socket).pipe(terminal.stdin);
  return { terminal: file, unplug: () => ended(terminal) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

test('a printer at a device file is asked and acknowledges as one on the network does', {
  skip,
}, async (t) => {
  const device = await startVirtualPrinter({ profile: paper80 });
  t.after(() => device.close());
  const { terminal, unplug } = await deviceFile(t, device);
  const printer = openPrinter({ kind: 'device', path: terminal }, paper80);
  t.after(() => printer.close());
  assert.equal(await printer.state(), 'ready');
  for (let turn = 1; turn <= 3; turn += 1) {
    assert.equal(short(await printer.print(`job-${turn}`, job)), 'PRINTED');
    assert.equal(device.slips().length, turn);
    assert.match(device.slips().at(-1)?.text ?? '', /DQ012/);
  }
  device.setCover(true);
  assert.equal(short(await printer.print('job', job)), 'NOT_SENT cover');
  device.setCover(false);
  assert.equal(await printer.state(), 'ready');
  await unplug();
  assert.match(await printer.state(), /^(silent|unreachable)$/);
});

test('a printer that is plugged in later is found, and is unreachable until then', { skip }, async (t) => {
  const device = await startVirtualPrinter({ profile: paper80 });
  t.after(() => device.close());
  const folder = await mkdtemp(path.join(tmpdir(), 'antrean-device-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'lp0');
  const printer = openPrinter({ kind: 'device', path: file }, paper80);
  t.after(() => printer.close());
  assert.equal(short(await printer.print('job', job)), 'NOT_SENT unreachable');
  const { terminal } = await deviceFile(t, device);
  await symlink(terminal, file);
  assert.equal(short(await printer.print('job', job)), 'PRINTED');
});
