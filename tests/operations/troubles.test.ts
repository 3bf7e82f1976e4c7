import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Joined } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { guardDisk } from '../../apps/server/src/machine/guard-disk.ts';
import { watchTroubles } from '../../apps/server/src/troubles.ts';
import { openMall } from '../mall.ts';

type Health = { readonly troubles: readonly { readonly code: string }[] };

const gib = 1024 ** 3;

test('a disk that fills up is said so in time, and when it is full it gets the room of the ballast', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-disk-'));
  t.after(() => rmSync(folder, { recursive: true }));
  let free = 40 * gib;
  const disk = guardDisk(folder, async () => ({ free, total: 100 * gib }));
  const ballast = path.join(folder, 'ballast');
  await disk.settle();
  assert.deepEqual([disk.state(), statSync(ballast).size], ['ok', 64 * 1024 ** 2]);
  free = 4 * gib;
  await disk.settle();
  assert.deepEqual([disk.state(), existsSync(ballast)], ['low', true]);
  free = 1024;
  await disk.settle();
  assert.deepEqual([disk.state(), existsSync(ballast)], ['full', false]);
  // What the ballast gave is not taken back at once.
  free = 64 * 1024 ** 2;
  await disk.settle();
  assert.deepEqual([disk.state(), existsSync(ballast)], ['low', false]);
});

test('[D1] a server clock that leaps into tomorrow costs nobody the number of today, and is said so until it is right', async (t) => {
  let passed = 0;
  const mall = await openMall({ steady: () => passed });
  t.after(() => mall.close());
  const health = async () => (await fetch(`${mall.url}/health/ready`)).json() as Promise<Health>;
  const pass = async (wall: number, steady: number) => {
    mall.clock.at += wall;
    passed += steady;
    await mall.server.settle();
    return { day: mall.server.hall().day, troubles: (await health()).troubles.map(({ code }) => code) };
  };
  const before = mall.server.hall().day;
  assert.deepEqual(await pass(60_000, 60_000), { day: before, troubles: [] });
  const day = 86_400_000;
  assert.deepEqual(await pass(day + 1_000, 1_000), { day: before, troubles: ['clock.suspect'] });
  assert.deepEqual(await pass(1_000 - day, 1_000), { day: before, troubles: [] });
});

test('a station that has seen more than the server has makes the server say so, one of another epoch does not', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const token = mall.demo.kioskToken;
  const socket = io(mall.url, { transports: ['websocket'], extraHeaders: { authorization: `Bearer ${token}` } });
  const join = (after: number, epoch: number): Promise<Joined> =>
    socket.timeout(5_000).emitWithAck('join', { after, epoch });
  t.after(() => {
    socket.disconnect();
  });
  const troubles = async () => ((await (await fetch(`${mall.url}/health/ready`)).json()) as Health).troubles;
  const { seq } = mall.server.hall();
  await join(seq + 5, 2);
  await join(seq, 1);
  assert.deepEqual(await troubles(), []);
  const joined = await join(seq + 1, 1);
  assert.ok('snapshot' in joined);
  assert.deepEqual(await troubles(), [{ code: 'log.lostTail', since: mall.clock.at }]);
});

test('[S26] a certificate that ends within thirty days is said so in time', () => {
  const day = 86_400_000;
  let now = 0;
  const troubles = watchTroubles({
    ...{ backups: null, disk: null, isClockSuspect: () => false },
    certificateUntil: 397 * day,
    now: () => now,
  });
  const codes = () => troubles.now().map(({ code }) => code);
  assert.deepEqual(codes(), []);
  now = 366 * day;
  assert.deepEqual(codes(), []);
  now = 368 * day;
  assert.deepEqual(codes(), ['certificate.ending']);
});
