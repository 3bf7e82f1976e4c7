import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openStation, systemClock } from '@antrean/client';
import { logoFor, openPrinter, type PrinterProfile } from '@antrean/printing';
import {
  bridgeRoom,
  bundle,
  machineClocks,
  openJournal,
  openKioskStation,
  openLoopbackServer,
  serverProxy,
} from '@antrean/station';
import type { KioskSettings } from './kiosk-flags.ts';

export type OpenKiosk = { readonly url: string; close(): Promise<void> };

/** How long a press may wait for the server before the kiosk gives a number by itself (DESIGN §7). */
const answerMs = 2_000;

/** The whole kiosk of one PC but its window: journal, printer, station, and its screen on loopback. */
export async function openKiosk(settings: KioskSettings, log: (line: string) => void): Promise<OpenKiosk> {
  const { serverUrl, token, profile, port, screen, data, name, logo } = settings;
  const virtual = settings.printer === 'virtual' ? await openVirtual(profile) : null;
  const address = settings.printer === 'virtual' ? virtual?.printer : settings.printer;
  if (!address) throw new Error('a kiosk has a printer');
  const journal = openJournal(path.join(data, 'journal.db'), randomUUID, Date.now());
  const printer = openPrinter(address, profile);
  const server = openStation({ url: serverUrl, token, answerMs, giveUpMs: answerMs });
  const station = await openKioskStation({
    server,
    journal,
    printer,
    clock: systemClock,
    machine: machineClocks(),
    newId: randomUUID,
    name,
    logo: logo === null ? null : await logoFor(logo, profile),
    version: 'kiosk 1',
    build: buildOf(screen),
    log,
  });
  const loopback = await openLoopbackServer({
    port,
    home: '/kiosk/',
    rooms: { kiosk: bundle(screen), ...(virtual ? { paper: virtual.room } : {}) },
    bridge: bridgeRoom(station.bridge),
    proxy: serverProxy(serverUrl, token, station.keptCatalogue),
  });
  return {
    url: loopback.url,
    async close() {
      await loopback.close();
      station.close();
      server.close();
      await printer.close();
      journal.close();
      await virtual?.printer.close();
    },
  };
}

// Loaded only where it is wanted: it draws, and what draws is large.
async function openVirtual(profile: PrinterProfile) {
  const { startVirtualPrinter } = await import('@antrean/printing/virtual');
  const { paperRoom } = await import('./paper/paper-room.ts');
  const printer = await startVirtualPrinter({ profile });
  return { printer, room: paperRoom(printer) };
}

// The page names its scripts by their content, so its own text says which build it is.
function buildOf(screen: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(screen, 'index.html')))
    .digest('hex')
    .slice(0, 12);
}
