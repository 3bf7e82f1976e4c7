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
import { type Row, type Run, spread, type Verdict } from './row.ts';

const endsWithinMs = 5_000;

type Ground = {
  readonly disk: ReturnType<typeof makeBadDisk>;
  readonly server: ReturnType<typeof realServer>;
  readonly random: ReturnType<typeof randomFrom>;
  /** What the server did or said otherwise than it should. */
  readonly odd: string[];
};

/** Strikes the disk of a server beneath its people, heals it, and waits until somebody is answered again, `rounds` times; then judges all. */
async function strikes(
  { rounds, seed, progress }: Run,
  count: string,
  strike: (ground: Ground, round: number) => Promise<void>,
  heal: (ground: Ground) => Promise<void>,
  atEnd: (ground: Ground) => void = () => {},
): Promise<Verdict> {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-bad-disk-'));
  const [disk, server, random] = [makeBadDisk(), realServer(folder), randomFrom(seed)];
  const servedAfterMs: number[] = [];
  const ground: Ground = { disk, server, random, odd: [] };
  try {
    await server.start(disk.env);
    const people = await startPeople(server, { visitors: 6, officers: 3 }, random);
    for (let round = 1; round <= rounds; round += 1) {
      await strike(ground, round);
      disk.heal();
      const healedAt = performance.now();
      await heal(ground);
      await people.nextAnswer();
      servedAfterMs.push(performance.now() - healedAt);
      progress(`${round}/${rounds}: ${people.answered} answered`);
    }
    await people.stop();
    atEnd(ground);
    await server.kill();
    const record = await readRecord(path.join(folder, 'antrean.db'));
    return {
      figures: { [count]: rounds, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
      contradictions: [...ground.odd, ...judge({ record, history: people.history, servedAfterMs })],
    };
  } finally {
    await server.kill();
    disk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const failingDisk: Row = {
  name: 'failing-disk',
  what: 'the n-th write or sync of the database fails with an I/O error, and every later one',
  rounds: { long: 60, short: 4 },
  missing: whyNoBadDisk,
  run: (run) =>
    strikes(
      run,
      'failures',
      async ({ disk, server, random, odd }, n) => {
        await pause(random.whole(20, 200));
        disk.fail(n % 2 === 0 ? 'sync' : 'write', Math.ceil(n / 2), 'EIO');
        const code = await Promise.race([server.ended(), pause(endsWithinMs).then(() => 'never')]);
        if (code !== 1 || !/disk or the database failed/.test(server.said()))
          odd.push(`[I11] call ${n} failed ${disk.struck()} times, the server ended with ${code}: ${server.said()}`);
        await server.kill();
      },
      async ({ disk, server }) => {
        await server.start(disk.env);
      },
    ),
};

export const fullDisk: Row = {
  name: 'full-disk',
  what: 'the disk has no room for the database for a while (ENOSPC)',
  rounds: { long: 30, short: 3 },
  missing: whyNoBadDisk,
  run(run) {
    let pid: number | undefined;
    return strikes(
      run,
      'full',
      async ({ disk, server, random, odd }, round) => {
        pid ??= server.pid();
        await pause(random.whole(50, 400));
        disk.fail('write', round, 'ENOSPC');
        await pause(random.whole(300, 900));
        if (disk.struck() === 0) odd.push(`nothing was proved in round ${round}: no write failed`);
        const health = await fetch(`${server.url()}/health/ready`);
        if (health.status !== 200) odd.push(`[I11] readers are refused while the disk is full: ${health.status}`);
      },
      async () => {},
      ({ server, odd }) => {
        if (server.pid() !== pid || server.said() !== '')
          odd.push(`[I11] a full disk ended the server: ${server.said()}`);
      },
    );
  },
};
