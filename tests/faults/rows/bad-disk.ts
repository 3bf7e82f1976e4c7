import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { makeBadDisk, whyNoBadDisk } from '../disk/bad-disk.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { pause, startPeople } from '../load/people.ts';
import { realServer } from '../real-server.ts';
import { answersIn } from './answers-in.ts';
import { type Row, spread } from './row.ts';

const endsWithinMs = 5_000;

export const failingDisk: Row = {
  name: 'failing-disk',
  what: 'the n-th write or sync of the database fails with an I/O error, and every later one',
  rounds: { long: 60, short: 4 },
  missing: whyNoBadDisk,
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-eio-'));
    const disk = makeBadDisk();
    const server = realServer(folder);
    const servedAfterMs: number[] = [];
    const odd: string[] = [];
    try {
      await server.start(disk.env);
      const people = await startPeople(server, { visitors: 6, officers: 3 }, random);
      for (let n = 1; n <= rounds; n += 1) {
        await pause(random.whole(20, 200));
        disk.fail(n % 2 === 0 ? 'sync' : 'write', Math.ceil(n / 2), 'EIO');
        const code = await Promise.race([server.ended(), pause(endsWithinMs).then(() => 'never')]);
        if (code !== 1 || !/disk or the database failed/.test(server.said()))
          odd.push(`[I11] call ${n} failed ${disk.struck()} times, the server ended with ${code}: ${server.said()}`);
        await server.kill();
        disk.heal();
        const healedAt = performance.now();
        await server.start(disk.env);
        await people.nextAnswer();
        servedAfterMs.push(performance.now() - healedAt);
        progress(`${n}/${rounds}: ${people.answered} answered`);
      }
      await people.stop();
      await server.kill();
      const record = await readRecord(path.join(folder, 'antrean.db'));
      return {
        figures: { failures: rounds, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
        contradictions: [...odd, ...judge({ record, history: people.history, servedAfterMs })],
      };
    } finally {
      await server.kill();
      disk.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

export const fullDisk: Row = {
  name: 'full-disk',
  what: 'the disk has no room for the database for a while (ENOSPC)',
  rounds: { long: 30, short: 3 },
  missing: whyNoBadDisk,
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-full-'));
    const disk = makeBadDisk();
    const server = realServer(folder);
    const servedAfterMs: number[] = [];
    const odd: string[] = [];
    try {
      await server.start(disk.env);
      const pid = server.pid();
      const people = await startPeople(server, { visitors: 6, officers: 3 }, random);
      for (let round = 1; round <= rounds; round += 1) {
        await pause(random.whole(50, 400));
        disk.fail('write', round, 'ENOSPC');
        await pause(random.whole(300, 900));
        if (disk.struck() === 0) odd.push(`nothing was proved in round ${round}: no write failed`);
        const health = await fetch(`${server.url()}/health/ready`);
        if (health.status !== 200) odd.push(`[I11] readers are refused while the disk is full: ${health.status}`);
        disk.heal();
        const healedAt = performance.now();
        await people.nextAnswer();
        servedAfterMs.push(performance.now() - healedAt);
        progress(`${round}/${rounds}: ${people.answered} answered`);
      }
      await people.stop();
      if (server.pid() !== pid || server.said() !== '')
        odd.push(`[I11] a full disk ended the server: ${server.said()}`);
      await server.kill();
      const record = await readRecord(path.join(folder, 'antrean.db'));
      return {
        figures: { full: rounds, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
        contradictions: [...odd, ...judge({ record, history: people.history, servedAfterMs })],
      };
    } finally {
      await server.kill();
      disk.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
