import { randomUUID } from 'node:crypto';
import { openStation } from '@antrean/client';
import { openPrinter, paper58, paper80 } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { bridgeRoom, bundle, openKioskStation, openLoopbackServer, serverProxy } from '@antrean/station';
import { readFlags, usage } from './headless-flags.ts';
import { paperRoom } from './paper/paper-room.ts';

const flags = readFlags(process.argv.slice(2), process.env);
if (!flags.ok) {
  console.error(`${flags.why}\n\n${usage}`);
  process.exit(2);
}
const { serverUrl, token, paper, port, screen } = flags.settings;
const profile = paper === 80 ? paper80 : paper58;

const virtual = flags.settings.printer === 'virtual' ? await startVirtualPrinter({ profile }) : null;
const address = virtual ?? (flags.settings.printer === 'virtual' ? null : flags.settings.printer);
if (!address) throw new Error('a kiosk has a printer');

const printer = openPrinter(address, profile);
const server = openStation({ url: serverUrl, token });
const station = openKioskStation({
  server,
  serverUrl,
  printer,
  now: Date.now,
  newId: randomUUID,
});
const loopback = await openLoopbackServer({
  port,
  home: '/kiosk/',
  rooms: { kiosk: bundle(screen), ...(virtual ? { paper: paperRoom(virtual) } : {}) },
  bridge: bridgeRoom(station),
  proxy: serverProxy(serverUrl, token),
});
console.log(`kiosk listening on ${loopback.url}`);

async function stop(): Promise<void> {
  station.close();
  server.close();
  await loopback.close();
  await printer.close();
  await virtual?.close();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
