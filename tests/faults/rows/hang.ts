import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { pause, startPeople } from '../load/people.ts';
import { realServer } from '../real-server.ts';
import { answersIn } from './answers-in.ts';
import { nothingMissing, type Row, spread } from './row.ts';

export const hang: Row = {
  name: 'hanging-server',
  what: 'the server hangs for seconds and goes on (SIGSTOP, SIGCONT), while 16 officers press next and many send twice',
  rounds: { long: 30, short: 2 },
  missing: nothingMissing,
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-hang-'));
    const server = realServer(folder);
    const servedAfterMs: number[] = [];
    try {
      await server.start();
      const people = await startPeople(server, { visitors: 12, officers: 16, doubled: 0.3 }, random);
      for (let round = 1; round <= rounds; round += 1) {
        await pause(random.whole(200, 1_000));
        server.signal('SIGSTOP');
        await pause(random.whole(500, 4_000));
        server.signal('SIGCONT');
        const healedAt = performance.now();
        await people.nextAnswer();
        servedAfterMs.push(performance.now() - healedAt);
        progress(`${round}/${rounds}: ${people.answered} answered`);
      }
      await people.stop();
      await server.kill();
      const record = await readRecord(path.join(folder, 'antrean.db'));
      return {
        figures: { hangs: rounds, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
        contradictions: judge({ record, history: people.history, servedAfterMs }),
      };
    } finally {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
