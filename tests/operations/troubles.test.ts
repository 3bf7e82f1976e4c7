import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Joined } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { guardDisk } from '../../apps/server/src/machine/guard-disk.ts';
import { watchClock } from '../../apps/server/src/machine/watch-clock.ts';
import { openMall } from '../mall.ts';

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

test('[D1] a wall clock that jumps, or stands before the log, is suspicious; one that somebody sets right by a minute is not', () => {
  const clock = { wall: 10_000_000, steady: 5_000 };
  let last = clock.wall;
  const forward = () => {
    last = Math.max(last, clock.wall);
    return last;
  };
  const isSuspect = watchClock(
    () => clock.wall,
    () => clock.steady,
    forward,
  );
  const pass = (wall: number, steady: number) => {
    clock.wall += wall;
    clock.steady += steady;
    return isSuspect();
  };
  assert.equal(pass(3_600_000, 3_600_000), false);
  assert.equal(pass(60_000, 0), false);
  assert.equal(pass(86_400_000, 0), true);
  assert.equal(pass(-86_400_000, 0), false);
  last = clock.wall + 200_000;
  assert.equal(isSuspect(), true);
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
  const troubles = async () =>
    ((await (await fetch(`${mall.url}/health/ready`)).json()) as { troubles: readonly { code: string }[] }).troubles;
  const { seq } = mall.server.hall();
  await join(seq + 5, 2);
  await join(seq, 1);
  assert.deepEqual(await troubles(), []);
  const joined = await join(seq + 1, 1);
  assert.ok('snapshot' in joined);
  assert.deepEqual(await troubles(), [{ code: 'log.lostTail', since: mall.clock.at }]);
});
