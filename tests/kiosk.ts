import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { openStation } from '@antrean/client';
import { openPrinter, paper80 } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { openKioskStation } from '@antrean/station';
import { handClock } from '../packages/client/testing/hand-clock.ts';
import { handTimers } from '../packages/printing/testing/hand-timers.ts';
import { type Mall, until } from './mall.ts';
import { openWire } from './wire.ts';

/**
 * A kiosk of this mall with a virtual printer, on a wire of its own. The client's clock stands still, so each thing that is asked
 * crosses once and whatever is asked again is the kiosk's doing; `timers` are the pauses between its reports.
 */
export async function openKiosk(t: TestContext, mall: Mall) {
  const device = await startVirtualPrinter({ profile: paper80 });
  const wire = await openWire(mall.url);
  const server = openStation({ url: wire.url, token: mall.demo.kioskToken, clock: handClock(), giveUpMs: 1 });
  const timers = handTimers();
  const printer = openPrinter(device, paper80);
  const ids: string[] = [];
  const kiosk = openKioskStation({
    server,
    serverUrl: mall.url,
    printer,
    now: () => mall.clock.at,
    newId() {
      const id = randomUUID();
      ids.push(id);
      return id;
    },
    timers,
  });
  t.after(async () => {
    kiosk.close();
    server.close();
    await wire.close();
    await printer.close();
    await device.close();
  });
  /** The reports that the server answered, once there are so many. */
  const reported = async (count: number) => {
    const answered = () => wire.crossed('print-outcome').filter(({ status }) => status !== null);
    await until(() => answered().length >= count);
    return answered();
  };
  /** Resolves when the kiosk has taken in whatever came back, or broke, before. */
  const settled = async () => void (await server.catalogue());
  return { kiosk, device, wire, timers, ids, reported, settled };
}

/** One visitor's press at a kiosk. */
export const press = (...serviceIds: string[]) => ({ pressId: randomUUID(), serviceIds });
