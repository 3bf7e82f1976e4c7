import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStation } from '@antrean/client';
import type { Hall } from '@antrean/domain';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { calm, openFaultProxy } from '../fault-proxy.ts';
import { judge } from '../judge/judge.ts';
import { readRecord } from '../judge/read-log.ts';
import { eventsOnlyDisplay } from '../load/events-only-display.ts';
import { pause, startPeople } from '../load/people.ts';
import { loadedWith, realServer } from '../real-server.ts';
import { answersIn } from './answers-in.ts';
import { nothingMissing, type Row, type Run, spread, type Verdict } from './row.ts';

export const badNet: Row = {
  name: 'bad-net',
  what: 'partitions, a flapping link, lost, doubled and late messages between the server and everybody',
  rounds: { long: 60, short: 6 },
  missing: nothingMissing,
  run: (run) => shake(run, {}, openDisplay),
};

export const forgetfulControl: Row = {
  name: 'control-no-idempotency',
  what: 'a server that remembers no command, on a bad net',
  rounds: { long: 20, short: 6 },
  mustConvict: /^\[I7\]/,
  missing: nothingMissing,
  run: (run) => shake(run, loadedWith('store/testing/forgetful-commands'), openDisplay),
};

export const eventsOnlyControl: Row = {
  name: 'control-display-without-join',
  what: 'a display that applies what comes and does not join when something is missing, on a bad net',
  rounds: { long: 20, short: 6 },
  mustConvict: /^\[I9\]/,
  missing: nothingMissing,
  run: (run) => shake(run, {}, eventsOnlyDisplay),
};

/** Something that shows the hall. */
export type Display = { hall(): Hall | null; close(): void };

function openDisplay(url: string, token: string): Display {
  const station = openStation({ url, token, giveUpMs: 60_000 });
  return { hall: () => station.live.current().hall, close: () => station.close() };
}

const displays = 3;
const unnoticedMs = 3_000;
const freshWithinMs = 5_000;
const badDay = { lost: 0.05, doubled: 0.08, stalled: 0.02, cut: 0.01, answerLost: 0.08 };

async function shake(
  { rounds, seed, progress }: Run,
  env: Record<string, string>,
  open: typeof openDisplay,
): Promise<Verdict> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-net-'));
  const server = realServer(folder);
  const servedAfterMs: number[] = [];
  await server.start(env);
  const proxy = await openFaultProxy(Number(new URL(server.url()).port), seed);
  const tvs = Array.from({ length: displays }, () => open(proxy.url, server.demo().displayToken));
  try {
    const crowd = { visitors: 6, officers: 4, doubled: 0.1 };
    const people = await startPeople({ url: () => proxy.url, demo: server.demo }, crowd, random);
    proxy.set(badDay);
    for (let round = 1; round <= rounds; round += 1) {
      await pause(random.whole(100, 800));
      proxy.setLink(random.pick(['cut', 'silent']));
      await pause(random.whole(50, 1_500));
      proxy.setLink('up');
      const healedAt = performance.now();
      await people.nextAnswer();
      servedAfterMs.push(performance.now() - healedAt);
      progress(`${round}/${rounds}: ${people.answered} answered`);
    }
    // Last, nobody connects anew: what is missing must be noticed, not washed away.
    proxy.set({ ...calm, lost: 0.1, doubled: 0.1 });
    await pause(unnoticedMs);
    proxy.set(calm);
    await people.stop();
    await pause(freshWithinMs);
    const shown = tvs.map((tv) => asText(tv.hall()));
    await server.kill();
    const record = await readRecord(path.join(folder, 'antrean.db'));
    const views = shown.map((view, n) => ({ display: `TV ${n + 1}`, shown: view, server: asText(record.hall) }));
    return {
      figures: { messages: proxy.done, ...answersIn(people.history, record), ...spread('servedMs', servedAfterMs) },
      contradictions: judge({ record, history: people.history, seen: { spoken: [], views }, servedAfterMs }),
    };
  } finally {
    for (const tv of tvs) tv.close();
    await proxy.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same hall is the same text, in whatever order it was put together. */
function asText(hall: Hall | null): string {
  return JSON.stringify(hall, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
