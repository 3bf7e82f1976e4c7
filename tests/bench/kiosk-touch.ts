import { paper80 } from '@antrean/printing';
import { startVirtualPrinter, type VirtualPrinter } from '@antrean/printing/virtual';
import type { CatalogueAnswer, StationsAnswer } from '@antrean/protocol';
import { openFaultProxy } from '../faults/fault-proxy.ts';
import { openKillableMall } from '../faults/killable-mall.ts';
import { openKillableKiosk } from '../faults/lease/killable-kiosk.ts';

// From the touch on "take a number" (the page's call) to the first byte of the slip at the printer, over real processes: with the
// server, with one that has just died, and with one that is known to be dead.

const online = 300;
const deaths = 10;
const knownDead = 200;

const printer = await startVirtualPrinter({ profile: paper80 });
const mall = await openKillableMall();
const proxy = await openFaultProxy(mall.port(), 1);
const kiosk = await openKillableKiosk(proxy.url, mall.demo.kioskToken, printer.port);
const headers = { authorization: `Bearer ${mall.demo.kioskToken}` };
const read = async <T>(route: string) =>
  (await (await fetch(`http://127.0.0.1:${mall.port()}/api/v1${route}`, { headers })).json()) as T;
const { catalogue } = await read<CatalogueAnswer>('/catalogue');
// One service of each queue in turn, so that no lease runs out before the others.
const services = catalogue.queues.flatMap(
  ({ id }) => catalogue.services.find(({ queueId }) => queueId === id)?.id ?? [],
);
let turn = 0;

await leased();
const withServer = await touches(online);
const justDied: number[] = [];
for (let death = 0; death < deaths; death += 1) {
  await mall.kill();
  justDied.push(...(await touches(1)));
  await mall.restart();
  proxy.pointTo(mall.port());
  // Long enough for the kiosk to have joined again and to trust the server.
  await pause(7_000);
}
await mall.kill();
await pause(5_000);
const dead = await touches(knownDead);
await kiosk.close();
await proxy.close();
await mall.close();
await printer.close();

for (const [name, times] of Object.entries({ withServer, justDied, dead })) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]?.toFixed(1);
  console.log(`${name}: n ${times.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`);
}

async function touches(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const serviceIds = [services[turn % services.length] ?? ''];
    turn += 1;
    const before = performance.now();
    const first = firstJobByte(printer);
    const taken = await kiosk.call('takeNumber', { pressId: crypto.randomUUID(), serviceIds });
    if (!taken?.ok || taken.value.slip.kind !== 'PRINTED') throw new Error(JSON.stringify(taken));
    times.push((await first) - before);
  }
  return times;
}

/** Questions to a printer are a few bytes long, a slip is hundreds. */
function firstJobByte(at: VirtualPrinter): Promise<number> {
  let before = at.received();
  return new Promise((resolve) => {
    const stop = at.subscribe(() => {
      const now = at.received();
      if (now - before > 60) {
        stop();
        resolve(performance.now());
      }
      before = now;
    });
  });
}

async function leased(): Promise<void> {
  for (;;) {
    const { stations } = await read<StationsAnswer>('/stations');
    if (stations.some(({ report }) => (report?.journal?.freeNumbers ?? 0) > 0)) return;
    await pause(200);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
