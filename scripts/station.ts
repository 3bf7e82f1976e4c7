import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { usage as counterUsage } from '../apps/counter/counter-flags.ts';
import { usage as displayUsage } from '../apps/display/display-flags.ts';
import { usage as kioskUsage } from '../apps/kiosk/kiosk-flags.ts';
import { buildMain } from './build-main.ts';
import { buildScreens } from './build-screens.ts';
import { electronBinary } from './electron-binary.ts';
import { listening } from './listening.ts';

const root = path.resolve(import.meta.dirname, '..');
const [app = '', ...args] = process.argv.slice(2);
const flags = args.filter((arg) => arg !== '--headless');
const usages = new Map([
  ['kiosk', kioskUsage],
  ['counter', counterUsage],
  ['display', displayUsage],
]);
const usage = usages.get(app);

if (usage === undefined) {
  console.error(`Usage: node scripts/station.ts ${[...usages.keys()].join('|')} [flags]`);
  process.exitCode = 2;
} else if (args.includes('--help') || args.includes('-h')) {
  console.log(`${usage}
  --headless                       no Electron: serve the screen on 127.0.0.1 and say how to open it in Chromium
How a ${app} PC is set up: docs/${app === 'display' ? 'display-pc' : app}.md`);
} else if (args.includes('--headless')) await headless();
else await inElectron();

async function headless(): Promise<void> {
  await buildScreens();
  const station = start(process.execPath, [path.join(root, 'apps', app, 'headless.ts'), ...flags], 'pipe');
  const url = await listening(station);
  if (url === null) return;
  console.log(`${app} listening on ${url}`);
  console.log(`Buka layarnya di Chromium. Open its screen in Chromium:\n  ${chromiumLine(url)}`);
}

async function inElectron(): Promise<void> {
  const electron = electronBinary(process.env);
  if (electron === null) {
    console.error(
      `Electron belum ada di PC ini: pasang dengan "npx install-electron", atau pakai Chromium dengan "npm run ${app} -- --headless …".\n` +
        `Electron is not on this PC yet: fetch it with "npx install-electron", or use Chromium with "npm run ${app} -- --headless …".`,
    );
    process.exitCode = 1;
    return;
  }
  await buildScreens();
  await buildMain(app);
  start(electron, [path.join(root, 'apps', app), '--', ...flags], 'inherit');
}

/** Starts the station; its end is ours, and so is a signal that we are sent. */
function start(program: string, its: readonly string[], stdout: 'inherit' | 'pipe'): ChildProcess {
  const child = spawn(program, its, {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    detached: process.platform !== 'win32',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'));
  return child;
}

/** A window without an address bar. In the hall it is full screen on our page only, nothing swiped or pinched away, no bubble after a power cut. */
function chromiumLine(url: string): string {
  const isInHall = app !== 'counter';
  const hall = ['--noerrdialogs --disable-session-crashed-bubble --disable-pinch', '--overscroll-history-navigation=0'];
  return [
    ...['chromium', ...(isInHall ? ['--kiosk'] : []), `--app=${url}`],
    `--user-data-dir=$HOME/antrean-chromium --no-first-run --autoplay-policy=no-user-gesture-required`,
    ...(isInHall ? hall : []),
  ].join(' ');
}
