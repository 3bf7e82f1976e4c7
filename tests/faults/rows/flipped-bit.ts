import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import { type Random, randomFrom } from '../../../packages/domain/testing/random.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { pause, startPeople } from '../load/people.ts';
import { realServer, ServerRefused } from '../real-server.ts';
import { nothingMissing, type Row } from './row.ts';

type Ready = { readonly head: number; readonly epoch: number; readonly troubles: readonly { readonly code: string }[] };

export const flippedBit: Row = {
  name: 'flipped-bit',
  what: 'one bit of the write-ahead log turns over while the server is off',
  rounds: { long: 30, short: 3 },
  missing: nothingMissing,
  async run({ rounds, seed, progress }) {
    const random = randomFrom(seed);
    const whole = mkdtempSync(path.join(tmpdir(), 'antrean-flip-'));
    const server = realServer(whole);
    const odd: string[] = [];
    const outcomes = { refused: 0, harmless: 0, lostTailTold: 0 };
    try {
      await server.start();
      const people = await startPeople(server, { visitors: 6, officers: 3 }, random);
      await pause(500);
      await people.stop();
      const before = await readiness(server.url());
      await server.kill();
      // Round 0 turns no bit over: what the others lose must be due to theirs.
      for (let round = 0; round <= rounds; round += 1) {
        const folder = mkdtempSync(path.join(tmpdir(), 'antrean-flipped-'));
        cpSync(whole, folder, { recursive: true });
        if (round > 0) flip(path.join(folder, 'antrean.db-wal'), random);
        const outcome = await startAndLook(folder, before);
        if (round === 0 && outcome !== 'harmless') odd.push(`nothing was proved: a whole copy was ${outcome}`);
        if (outcome in outcomes) outcomes[outcome as keyof typeof outcomes] += 1;
        else odd.push(outcome);
        if (outcome === 'lostTailTold')
          odd.push(...judge({ record: await readRecord(path.join(folder, 'antrean.db')) }));
        rmSync(folder, { recursive: true });
        progress(`${round}/${rounds}: ${outcome}`);
      }
      return { figures: outcomes, contradictions: odd };
    } finally {
      await server.kill();
      rmSync(whole, { recursive: true, force: true });
    }
  },
};

/** Starts on a damaged folder; a display that saw the log of before joins, and the server must notice what it no longer has. */
async function startAndLook(folder: string, before: Ready): Promise<string> {
  const server = realServer(folder);
  try {
    await server.start();
    if ((await readiness(server.url())).head >= before.head) return 'harmless';
    const authorization = `Bearer ${server.demo().displayToken}`;
    const display = io(server.url(), { transports: ['websocket'], extraHeaders: { authorization } });
    await display.timeout(5_000).emitWithAck('join', { after: before.head, epoch: before.epoch });
    display.close();
    const { troubles } = await readiness(server.url());
    return troubles.some(({ code }) => code === 'log.lostTail') ? 'lostTailTold' : '[I11] a lost tail is not told';
  } catch (error) {
    if (!(error instanceof ServerRefused)) throw error;
    return error.code === 1 && !error.message.includes('\n') ? 'refused' : `[I11] it ended: ${error.message}`;
  } finally {
    await server.kill();
  }
}

async function readiness(url: string): Promise<Ready> {
  return (await (await fetch(`${url}/health/ready`)).json()) as Ready;
}

function flip(file: string, random: Random): void {
  const bytes = readFileSync(file);
  const at = random.whole(0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
  writeFileSync(file, bytes);
}
