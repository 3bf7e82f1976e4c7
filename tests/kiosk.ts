import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { openStation, systemClock } from '@antrean/client';
import { openPrinter, paper80 } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import type { SyncBody } from '@antrean/protocol';
import { type Journal, type KioskStation, machineClocks, openJournal, openKioskStation } from '@antrean/station';
import { type Mall, until } from './mall.ts';
import { openWire } from './wire.ts';

/**
 * A kiosk of this mall with a virtual printer, on a wire of its own that a test may cut. `restarted` is the same kiosk after its
 * PC came up again: same journal, same printer, nothing else.
 */
export async function openKiosk(t: TestContext, mall: Mall) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kiosk-'));
  const device = await startVirtualPrinter({ profile: paper80 });
  const wire = await openWire(mall.url);
  const log: string[] = [];
  let running = await start();

  async function start(prepare: (journal: Journal) => void = () => {}) {
    const journal = openJournal(path.join(folder, 'journal.db'), randomUUID, Date.now());
    prepare(journal);
    const server = openStation({ url: wire.url, token: mall.demo.kioskToken, answerMs: 2_000, giveUpMs: 2_000 });
    const printer = openPrinter(device, paper80);
    const station = await openKioskStation({
      server,
      journal,
      printer,
      clock: systemClock,
      machine: machineClocks(),
      newId: randomUUID,
      name: 'Kios 1',
      logo: null,
      version: 'test',
      build: 'test',
      log: (line) => log.push(line),
    });
    return { journal, server, printer, station };
  }
  async function stop(): Promise<void> {
    running.station.close();
    running.server.close();
    await running.printer.close();
    running.journal.close();
  }
  t.after(async () => {
    await stop();
    await wire.close();
    await device.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** What the server was told of, item by item, in its order. */
  const told = <K extends 'abandoned' | 'tickets' | 'outcomes' | 'untaken'>(kind: K): SyncBody[K] => {
    const answered = wire.crossed('sync').filter(({ status }) => status === 200);
    // Of one kind only: the compiler cannot follow the key through the flattening.
    return answered.flatMap(({ body }) => [...(body as SyncBody)[kind]]) as unknown as SyncBody[K];
  };
  return {
    device,
    wire,
    log,
    told,
    get kiosk() {
      return running.station.bridge;
    },
    get station(): KioskStation {
      return running.station;
    },
    get journal() {
      return running.journal;
    },
    /** Once it has numbers in reserve for today. */
    async leased() {
      await until(() => (running.journal.leases.free('2026-11-23').get('DKC-quick') ?? 0) > 0);
    },
    async restart(prepare?: (journal: Journal) => void) {
      await stop();
      running = await start(prepare);
    },
  };
}

/** One visitor's press at a kiosk. */
export const press = (...serviceIds: string[]) => ({ pressId: randomUUID(), serviceIds });
