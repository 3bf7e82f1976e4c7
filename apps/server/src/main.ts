import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import closeWithGrace from 'close-with-grace';
import { openServer } from './app.ts';
import { isLoopback, readSettings, type Settings } from './flags.ts';
import { openStore } from './open-store.ts';
import { setupNotice } from './setup-code.ts';
import { usage } from './usage.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(usage);
  process.exit(0);
}
const demoData = process.env.ANTREAN_DEMO_DATA ?? path.join(root, 'data', 'demo');
const read = readSettings(process.argv.slice(2), process.env, demoData);
if (!read.ok) stop(read.problem);
const { settings } = read;
prepareFolder(settings);
const store = await openStore(settings);
if (!store.ok) stop(store.problem);
const { app } = await openServer({ store: store.store, settings, apps: path.join(root, 'apps') });
try {
  await app.listen({ host: settings.host, port: settings.port });
} catch (error) {
  await app.close();
  stop(whyNoPort(error, settings));
}
const { port } = app.server.address() as { readonly port: number };
console.log(
  `server listening on ${settings.tls ? 'https' : 'http'}://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`,
);
if (!settings.tls && !isLoopback(settings.host))
  console.log(
    'Tanpa enkripsi: PIN dan token dapat dibaca di jaringan. Unencrypted: PINs and tokens can be read on the network.',
  );
if (!settings.demo) {
  const adminUrl = `${settings.publicUrl.replace(/:0$/, `:${port}`).replace(/\/$/, '')}/admin/`;
  const notice = await setupNotice(store.store, settings.newSetupCode, adminUrl, Date.now());
  if (notice !== null) console.log(notice);
}
void store.store.whenBroken().then(async () => {
  app.log.fatal({ event: 'store.broken' });
  console.error('The disk or the database failed. Antrean stops; start it again, and look at the disk.');
  await app.close();
  process.exit(1);
});
closeWithGrace({ delay: 5_000 }, async ({ err }) => {
  if (err) app.log.fatal({ event: 'server.stopped', err });
  await app.close();
});

function prepareFolder({ data }: Settings): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.W_OK);
  } catch {
    stop(
      `The data folder ${data} cannot be written. Choose another with --data DIR, or give this user the right to write there.`,
    );
  }
}

function whyNoPort(error: unknown, { host, port }: Settings): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop the other program, or choose another with --port N.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023 with --port N.`;
  return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : error}`;
}

function stop(problem: string): never {
  console.error(problem);
  process.exit(1);
}
