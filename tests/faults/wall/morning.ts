import assert from 'node:assert/strict';
import type { Catalogue, Recorded } from '@antrean/domain';
import { type Answer, give, read, signIn } from '../../mall.ts';
import { calm, type Faults } from '../fault-proxy.ts';
import { openKillableMall } from '../killable-mall.ts';
import { contradictionsOf, figuresOf } from './evidence.ts';
import { type FaultDisplay, openFaultDisplay } from './fault-display.ts';

/** What a morning showed; `contradictions` is empty when every promise was kept. */
export type Morning = {
  readonly calls: number;
  readonly kills: number;
  readonly faults: Readonly<Record<keyof Faults, number>>;
  readonly spoken: number;
  /** Handed to a display just when a fault struck, so that nobody can know whether they were heard; never spoken again. */
  readonly doubtful: number;
  readonly contradictions: readonly string[];
};

const bad: Faults = { lost: 0.004, doubled: 0.02, stalled: 0.02, cut: 0.004, answerLost: 0 };
const desksOf: Readonly<Record<string, string>> = {
  'counter-1': 'DKC-05',
  'counter-36': 'BPD-02',
  'counter-2': 'DKC-05',
  'counter-11': 'JKN-01',
  'counter-38': 'DPU-08',
  'counter-3': 'DKC-05',
};
const settleMs = 12_000;
const betweenMs = 150;
const mostWaitMs = 30_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A morning with six displays, each behind its own bad network, and a server that is killed in the middle of calls. */
export async function wallMorning(
  calls: number,
  kills: number,
  seed: number,
  tell: (line: string) => void,
): Promise<Morning> {
  const mall = await openKillableMall();
  const displays: FaultDisplay[] = [];
  const url = () => `http://127.0.0.1:${mall.port()}`;
  const token = mall.demo.displayToken;
  try {
    const { catalogue } = (await read(url(), { token }, '/catalogue')).body as unknown as { catalogue: Catalogue };
    for (const [n, zoneId] of ['1', '1', '2', '2', null, null].entries())
      displays.push(await openFaultDisplay(mall.port(), { token, zoneId, catalogue, seed: seed + n, faults: bad }));
    const desks = await Promise.all(
      Object.keys(desksOf).map(async (counterId) => {
        const desk = await signIn({ url: url(), demo: mall.demo }, counterId);
        await give(url(), desk, 'open', { counterId }, {});
        return desk;
      }),
    );
    const log: Recorded[] = [];
    const catchUp = async () => log.push(...(await wholeLog(url(), token, log.at(-1)?.seq)));
    const held = new Map<string, string>();
    const killEvery = Math.ceil(calls / (kills + 1));
    for (let n = 1; n <= calls; n += 1) {
      const desk = desks[n % desks.length] ?? assert.fail();
      const { counterId } = desk;
      const before = held.get(counterId);
      if (before) {
        // The visitor comes because of what was heard; who has come is not called any more.
        for (const until = Date.now() + mostWaitMs; !isGiven(log, before) && Date.now() < until; await pause(50))
          await catchUp();
        await give(url(), desk, 'start', { ticketId: before }, {});
        await give(url(), desk, 'finish', { ticketId: before }, { outcome: 'done' });
      }
      const wish = { serviceIds: [desksOf[counterId]] };
      const issued = await give(url(), { token: mall.demo.kioskToken }, 'issue', {}, wish);
      assert.equal(issued.status, 201, JSON.stringify(issued.body));
      const key = crypto.randomUUID();
      const press = () => give(url(), desk, 'call-next', { counterId }, {}, key);
      let called: Answer | null;
      if (n % killEvery === 0 && n < calls) {
        const pressed = press().catch(() => null);
        await pause((n * 7) % 20);
        await mall.kill();
        await pressed;
        await mall.restart();
        for (const { proxy } of displays) proxy.pointTo(mall.port());
        called = await press();
        tell(`call ${n}: the server was killed`);
      } else called = await press();
      held.set(counterId, (called.body.ticket as { readonly id: string }).id);
      // The voice has to get through what it is given before the visitor is at the counter.
      await pause(betweenMs);
    }
    for (const { proxy } of displays) proxy.set(calm);
    await catchUp();
    const missing = () => contradictionsOf(log, catalogue, displays);
    const settledBy = Date.now() + settleMs;
    while (missing().length > 0 && Date.now() < settledBy) {
      await pause(200);
      await catchUp();
    }
    return { calls, kills, ...figuresOf(log, displays), contradictions: missing() };
  } finally {
    for (const display of displays) await display.close();
    await mall.close();
  }
}

/** Whether the newest call of a ticket was handed to a display. */
function isGiven(log: readonly Recorded[], ticketId: string): boolean {
  const call = log.findLast((event) => event.type === 'ticket.called' && event.ticketId === ticketId);
  return log.some((event) => event.type === 'announcement.handedOut' && event.key === `call ${call?.seq}`);
}

async function wholeLog(url: string, token: string, since = 0): Promise<Recorded[]> {
  const log: Recorded[] = [];
  for (let after = since; ; after = log.at(-1)?.seq ?? after) {
    const { body } = await read(url, { token }, `/events?after=${after}&limit=1000`);
    const page = body.events as readonly Recorded[];
    log.push(...page);
    if (page.length < 1_000) return log;
  }
}
