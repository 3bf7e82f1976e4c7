import path from 'node:path';
import { paper80 } from '@antrean/printing';
import { type Fault, startVirtualPrinter, type VirtualPrinter } from '@antrean/printing/virtual';
import type { KioskDayAnswer, StationsAnswer } from '@antrean/protocol';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { calm, openFaultProxy } from '../fault-proxy.ts';
import { eventsIn } from '../judge/events-in.ts';
import { judge } from '../judge/judge.ts';
import { readRecord, visitsBehind } from '../judge/read-log.ts';
import { openKillableMall } from '../killable-mall.ts';
import { openKillableKiosk } from './killable-kiosk.ts';
import { pause, startVisitors } from './visitors.ts';

export type KillRun = {
  readonly kills: { readonly server: number; readonly kiosk: number };
  readonly presses: number;
  readonly slips: number;
  readonly offline: number;
  readonly voided: number;
  readonly mergedMs: number;
  readonly contradictions: readonly string[];
};

const longestDownMs = 4_000;
// Longer than a kiosk waits for an answer.
const deafMs = 2_500;
const settleMs = 30_000;

/**
 * A real server and a real kiosk, each killed at random moments while visitors press without a pause and one answer in twenty is
 * lost; then paper, people and record are compared. `rounds` is how often something is killed.
 */
export async function killRun(
  rounds: number,
  seed: number,
  progress: (line: string) => void,
  kioskEnv: Readonly<Record<string, string>> = {},
): Promise<KillRun> {
  const { next: random } = randomFrom(seed);
  const printer = await startVirtualPrinter({ profile: paper80, keep: Number.MAX_SAFE_INTEGER });
  const mall = await openKillableMall();
  const proxy = await openFaultProxy(mall.port(), seed);
  const kiosk = await openKillableKiosk(proxy.url, mall.demo.kioskToken, printer.port, kioskEnv);
  const kills = { server: 0, kiosk: 0 };
  try {
    await until(mall, ({ journal }) => journal.freeNumbers > 0);
    const visitors = startVisitors(kiosk, printer, random);
    proxy.set({ ...calm, answerLost: 0.05 });
    for (let round = 1; round <= rounds; round += 1) {
      printer.setRoll('full');
      printer.setFault(faults[Math.floor(random() * faults.length * 3)] ?? null);
      await pause(random() * 700);
      if (random() < 0.2) await withoutPaper(printer, random);
      if (round % 5 === 3) {
        // The server does what it is asked, and the kiosk never hears of it.
        await until(mall, () => true);
        proxy.set({ ...calm, answerLost: 1 });
        await pause(deafMs);
        proxy.set({ ...calm, answerLost: 0.05 });
      } else if (random() < 0.5) {
        await kiosk.kill();
        kills.kiosk += 1;
        await kiosk.restart();
      } else {
        await mall.kill();
        kills.server += 1;
        await pause(random() * longestDownMs);
        // Sometimes both are away at once, as in a power cut.
        if (random() < 0.3) {
          await kiosk.kill();
          kills.kiosk += 1;
          await kiosk.restart();
        }
        await mall.restart();
        proxy.pointTo(mall.port());
      }
      progress(`${round}/${rounds}: ${visitors.presses} presses, ${visitors.offline} numbers without the server`);
    }
    proxy.set(calm);
    printer.setFault(null);
    await visitors.stop();
    const healedAt = performance.now();
    await until(mall, ({ journal }) => journal.unreported === 0);
    const mergedMs = performance.now() - healedAt;
    const { doubtful: listed } = await read<KioskDayAnswer>(mall, '/kiosks/today');
    const doubtful = new Set(listed.map(({ number }) => number));
    await kiosk.close();
    await mall.kill();
    const file = path.join(mall.folder, 'antrean.db');
    const record = await readRecord(file);
    const slips = printer.slips();
    const visitOf = await visitsBehind(file, slips);
    const { confirmed, shown, presses, offline } = visitors;
    const paper = { slips, visitOf, doubtful, confirmed, shown };
    const found = judge({ record, paper, mergedAfterMs: mergedMs });
    const voided = eventsIn(record.log).filter(({ type }) => type === 'ticket.voided').length;
    return { kills, presses, slips: slips.length, offline, voided, mergedMs, contradictions: found };
  } finally {
    await kiosk.close();
    await proxy.close();
    await mall.close();
    await printer.close();
  }
}

// In two rounds of three the printer does what it should.
const faults: readonly Fault[] = [
  { kind: 'losesPower', bytes: 500 },
  { kind: 'paperEnds', bytes: 600 },
  { kind: 'resets', bytes: 400 },
  { kind: 'neverAcknowledges' },
  { kind: 'paperEndsAfterCut' },
];

async function withoutPaper(printer: VirtualPrinter, random: () => number): Promise<void> {
  printer.setRoll('out');
  await pause(random() * 600);
  printer.setRoll('full');
}

type Mall = Awaited<ReturnType<typeof openKillableMall>>;
type Told = NonNullable<StationsAnswer['stations'][number]['report']>;

/** Waits for a report of the kiosk, made from now on, that says so. */
async function until(
  mall: Mall,
  isSo: (told: Told & { journal: NonNullable<Told['journal']> }) => boolean,
): Promise<void> {
  const giveUpAt = performance.now() + settleMs;
  let before: number | null = null;
  for (;;) {
    const { stations } = await read<StationsAnswer>(mall, '/stations');
    const kiosk = stations.find(({ role }) => role === 'kiosk');
    const { report = null, seenAt = null } = kiosk ?? {};
    before ??= seenAt ?? 0;
    if (report?.journal && seenAt !== before && isSo({ ...report, journal: report.journal })) return;
    if (performance.now() > giveUpAt) throw new Error(`the kiosk was not done within ${settleMs} ms`);
    await pause(100);
  }
}

async function read<T>(mall: Mall, route: string): Promise<T> {
  const headers = { authorization: `Bearer ${mall.demo.kioskToken}` };
  const answer = await fetch(`http://127.0.0.1:${mall.port()}/api/v1${route}`, { headers });
  // The server checks its answers against the schema that this type is of.
  return (await answer.json()) as T;
}
