import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openStation, type Station, systemClock } from '@antrean/client';
import { logoFor, openPrinter, type PrinterProfile } from '@antrean/printing';
import {
  bridgeRoom,
  bundle,
  type KeepToken,
  type KioskStation,
  kioskCalls,
  machineClocks,
  openIdentity,
  openJournal,
  openKioskStation,
  openLoopbackServer,
  serverProxy,
  waitingKiosk,
} from '@antrean/station';
import type { KioskSettings } from './kiosk-flags.ts';

export type OpenKiosk = { readonly url: string; close(): Promise<void> };

/** How long a press may wait for the server before the kiosk gives a number by itself (DESIGN §7). */
const answerMs = 2_000;

/** The whole kiosk of one PC but its window: journal, printer, station, and its screen on loopback. */
export async function openKiosk(
  settings: KioskSettings,
  log: (line: string) => void,
  keep: KeepToken,
): Promise<OpenKiosk> {
  const { serverUrl, profile, port, screen, data, name, logo } = settings;
  // A kiosk that cannot open leaves nothing open behind it: the journal is its next start's, too.
  await using opening = new AsyncDisposableStack();
  const virtual = settings.printer === 'virtual' ? await openVirtual(profile) : null;
  if (virtual) opening.defer(() => virtual.printer.close());
  const address = settings.printer === 'virtual' ? virtual?.printer : settings.printer;
  if (!address) throw new Error('a kiosk has a printer');
  const journal = openJournal(path.join(data, 'journal.db'), randomUUID, Date.now());
  opening.defer(() => journal.close());
  const printer = openPrinter(address, profile);
  opening.defer(() => printer.close());
  const build = buildOf(screen);
  const parts = {
    ...{ journal, printer, name, build, log },
    clock: systemClock,
    machine: machineClocks(),
    newId: randomUUID,
    logo: logo === null ? null : await logoFor(logo, profile),
    version: 'kiosk 1',
  };
  // One at a time: a kiosk that is enrolled anew goes on with the same journal and the same printer.
  let running: { readonly station: KioskStation; readonly server: Station } | null = null;
  const stop = () => {
    running?.station.close();
    running?.server.close();
    running = null;
  };
  const become = async (token: string) => {
    stop();
    const server = openStation({ url: serverUrl, token, answerMs, giveUpMs: answerMs });
    running = { server, station: await openKioskStation({ ...parts, server }) };
  };
  opening.defer(stop);
  const identity = openIdentity({ serverUrl, role: 'kiosk', token: settings.token, keep, become, log });
  if (settings.token !== null) await become(settings.token);
  const waiting = waitingKiosk(printer, build);
  const bridge = (request: Request) =>
    bridgeRoom({ kind: 'kiosk', takes: kioskCalls, bridge: running?.station.bridge ?? waiting })(request);
  const loopback = await openLoopbackServer({
    port,
    home: '/kiosk/',
    folders: ['logos'],
    rooms: { kiosk: bundle(screen), ...(virtual ? { paper: virtual.room } : {}) },
    bridge: identity.guard(bridge),
    proxy: serverProxy(serverUrl, identity.token, () => running?.station.keptCatalogue() ?? null),
  });
  opening.defer(() => loopback.close());
  const open = opening.move();
  return { url: loopback.url, close: () => open.disposeAsync() };
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
