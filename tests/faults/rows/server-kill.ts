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

export const serverKill: Row = {
  name: 'server-kill',
  what: 'kill -9 of the server in the middle of commands, again and again',
  rounds: { long: 200, short: 6 },
  missing: nothingMissing,
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-kill-'));
    const server = realServer(folder);
    const servedAfterMs: number[] = [];
    try {
      await server.start();
      const people = await startPeople(server, { visitors: 8, officers: 4 }, random);
      for (let round = 1; round <= rounds; round += 1) {
        await pause(random.whole(20, 500));
        await server.kill();
        const healedAt = performance.now();
        await server.start();
        await people.nextAnswer();
        servedAfterMs.push(performance.now() - healedAt);
        await people.repeat(3);
        progress(`${round}/${rounds}: ${people.answered} answered`);
      }
      await people.stop();
      await server.kill();
      const record = await readRecord(path.join(folder, 'antrean.db'));
      return {
        figures: { kills: rounds, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
        contradictions: judge({ record, history: people.history, servedAfterMs }),
      };
    } finally {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
