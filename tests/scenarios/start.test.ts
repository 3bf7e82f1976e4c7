import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import type { DemoAnswer } from '@antrean/protocol';
import { give } from '../mall.ts';

const program = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');

test('a second start finds the day as it was left, and the number after the last', async (t) => {
  const folder = folderFor(t);
  const first = await started(t, ['--port', '0'], folder);
  const kiosk = { token: first.demo.kioskToken };
  const one = await give(first.url, kiosk, 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.match(String((one.body.visit as { number: string }).number), /001$/);
  await first.stop();

  const second = await started(t, ['--port', '0'], folder);
  assert.deepEqual(second.demo.kioskToken, first.demo.kioskToken, 'open pages stay signed in');
  const queues = await fetch(`${second.url}/api/v1/queues`, {
    headers: { authorization: `Bearer ${second.demo.displayToken}` },
  });
  const { queues: all } = (await queues.json()) as { queues: readonly { ahead: number }[] };
  assert.equal(
    all.reduce((sum, { ahead }) => sum + ahead, 0),
    1,
    'who waited still waits',
  );
  const two = await give(second.url, kiosk, 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.match(String((two.body.visit as { number: string }).number), /002$/);
  await second.stop();
});

test('a port that is in use is named, and the server ends', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { port } = taken.address() as { readonly port: number };
  const { code, said } = await ended(['--port', String(port)], folderFor(t));
  assert.equal(code, 1);
  assert.match(said, new RegExp(`Port ${port} is in use`));
});

test('a second server on the same mall is refused', async (t) => {
  const folder = folderFor(t);
  const first = await started(t, ['--port', '0'], folder);
  const { code, said } = await ended(['--port', '0'], folder);
  assert.equal(code, 1);
  assert.match(said, /another|second|in use|already/i);
  await first.stop();
});

test('--help names every flag and starts nothing', async (t) => {
  const folder = folderFor(t);
  const { code, said } = await ended(['--help'], folder);
  assert.equal(code, 0);
  for (const flag of ['--data DIR', '--tls-cert FILE', '--plain-http', '--backup-times'])
    assert.ok(said.includes(flag), flag);
  assert.deepEqual(readdirSync(folder), []);
});

test('a flag that nobody knows is named', async (t) => {
  const { code, said } = await ended(['--prot', '8080'], folderFor(t));
  assert.equal(code, 1);
  assert.match(said, /--prot.*Known flags: .*--port/s);
});

test('a data folder that cannot be written is named', async (t) => {
  const folder = folderFor(t);
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  const { code, said } = await ended(['--data', path.join(file, 'mall'), '--site', 'MPP Bintan'], folder);
  assert.equal(code, 1);
  assert.match(said, /cannot be written/);
});

test('a real mall is never created by a slip of the hand, and has no demonstration', async (t) => {
  const folder = folderFor(t);
  const missing = await ended(['--data', folder], folder);
  assert.equal(missing.code, 1);
  assert.match(missing.said, /no database .* --site/s);
  const mall = await started(
    t,
    ['--data', folder, '--site', 'MPP Bintan', '--port', '0', '--log-level', 'fatal'],
    folder,
  );
  assert.equal((await fetch(`${mall.url}/api/v1/demo`)).status, 404);
  assert.equal((await fetch(`${mall.url}/api/v1/catalogue`)).status, 401);
  await mall.stop();
  const twice = await ended(['--data', folder, '--site', 'MPP Bintan'], folder);
  assert.match(twice.said, /already.*without --site/);
  const again = await started(t, ['--data', folder, '--port', '0', '--log-level', 'fatal'], folder);
  await again.stop();
});

test('a demonstration whose access file was cut off, or lost its database, begins anew', async (t) => {
  const folder = folderFor(t);
  const works = async () => {
    const { url, demo, stop } = await started(t, ['--port', '0'], folder);
    const answer = await give(url, { token: demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });
    await stop();
    return answer.status;
  };
  assert.equal(await works(), 201);
  writeFileSync(path.join(folder, 'demo-access.json'), '{"kioskTok');
  assert.equal(await works(), 201);
  for (const file of ['antrean.db', 'antrean.db-wal']) rmSync(path.join(folder, file), { force: true });
  assert.equal(await works(), 201);
});

test('a database that is damaged is refused with a sentence, never replaced', async (t) => {
  const folder = folderFor(t);
  writeFileSync(path.join(folder, 'antrean.db'), 'this is no database, and long enough to look like one'.repeat(200));
  const { code, said } = await ended(['--data', folder, '--port', '0'], folder);
  assert.equal(code, 1);
  assert.match(said, /antrean\.db/);
  assert.doesNotMatch(said, /at .*\.ts:/, 'a sentence, not a stack');
});

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function run(flags: readonly string[], folder: string): ChildProcess {
  const demo = flags.includes('--data') ? {} : { ANTREAN_DEMO_DATA: folder };
  return spawn(process.execPath, [program, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...demo },
  });
}

async function started(t: TestContext, flags: readonly string[], folder: string) {
  const child = run(flags, folder);
  t.after(() => child.kill('SIGKILL'));
  const said: string[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        const address = / listening on (\S+)/.exec(line)?.[1];
        if (address) resolve(address);
      });
    child.once('exit', () => reject(new Error(said.join(''))));
  });
  const demo = await fetch(`${url}/api/v1/demo`);
  return {
    url,
    demo: (await demo.json()) as DemoAnswer,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      assert.equal(code, 0, 'it stops cleanly');
    },
  };
}

async function ended(
  flags: readonly string[],
  folder: string,
): Promise<{ readonly code: number; readonly said: string }> {
  const child = run(flags, folder);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)));
  const [code] = await once(child, 'close');
  return { code, said: said.join('') };
}
