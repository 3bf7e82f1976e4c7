import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { makeDisk, whyNoDisk } from '../disk/cut-disk.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { pause, startPeople } from '../load/people.ts';
import { loadedWith, realServer } from '../real-server.ts';
import { answersIn } from './answers-in.ts';
import { type Row, type Run, spread, type Verdict } from './row.ts';

export const powerCut: Row = {
  name: 'power-cut',
  what: 'the power of the server fails and comes back, and its disk has lost what was not forced to it',
  rounds: { long: 30, short: 3 },
  missing: whyNoDisk,
  run: (run) => cutAgainAndAgain(run, {}),
};

export const powerCutControl: Row = {
  name: 'control-synchronous-normal',
  what: 'a database that does not force its commits to the disk, under power cuts',
  rounds: { long: 10, short: 6 },
  mustConvict: /^\[I3\]/,
  missing: whyNoDisk,
  run: (run) => cutAgainAndAgain(run, loadedWith('store/testing/lazy-commits')),
};

const diskMib = 96;

async function cutAgainAndAgain({ rounds, seed, progress }: Run, env: Record<string, string>): Promise<Verdict> {
  const random = randomFrom(seed);
  const disk = await makeDisk(diskMib);
  const safe = path.join(mkdtempSync(path.join(tmpdir(), 'antrean-tokens-')), 'demo-access.json');
  const tokens = path.join(disk.folder, 'demo-access.json');
  const server = realServer(disk.folder);
  const servedAfterMs: number[] = [];
  try {
    await server.start(env);
    // The demonstration's made-up tokens are no part of what is proved.
    copyFileSync(tokens, safe);
    const people = await startPeople(server, { visitors: 8, officers: 4 }, random);
    for (let round = 1; round <= rounds; round += 1) {
      await pause(random.whole(50, 750));
      await disk.cut(server.pid());
      await server.kill();
      await disk.mountAgain();
      copyFileSync(safe, tokens);
      const healedAt = performance.now();
      await server.start(env);
      await people.nextAnswer();
      servedAfterMs.push(performance.now() - healedAt);
      progress(`${round}/${rounds}: ${people.answered} answered`);
    }
    await people.stop();
    await server.kill();
    const record = await readRecord(path.join(disk.folder, 'antrean.db'));
    return {
      figures: {
        cuts: rounds,
        ...answersIn(people.history, record),
        ...spread('servedMs', servedAfterMs),
      },
      contradictions: judge({ record, history: people.history, servedAfterMs }),
    };
  } finally {
    await server.kill();
    await disk.close();
    rmSync(path.dirname(safe), { recursive: true });
  }
}
