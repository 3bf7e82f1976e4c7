import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { usage } from '../apps/kiosk/kiosk-flags.ts';
import { buildKioskMain } from './build-kiosk-main.ts';
import { buildScreens } from './build-screens.ts';
import { electronBinary } from './electron-binary.ts';
import { listening } from './listening.ts';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const flags = args.filter((arg) => arg !== '--headless');

if (args.includes('--help') || args.includes('-h')) {
  console.log(`${usage}
  --headless                       no Electron: serve the screen on 127.0.0.1 and say how to open it in Chromium
How a kiosk PC is set up: docs/kiosk.md`);
} else if (args.includes('--headless')) await headless();
else await inElectron();

async function headless(): Promise<void> {
  await buildScreens();
  const station = start(process.execPath, [path.join(root, 'apps', 'kiosk', 'headless.ts'), ...flags], 'pipe');
  const url = await listening(station);
  if (url === null) return;
  console.log(`kiosk listening on ${url}`);
  console.log(`Buka layarnya di Chromium. Open its screen in Chromium:\n  ${chromiumLine(url)}`);
}

async function inElectron(): Promise<void> {
  const electron = electronBinary(process.env);
  if (electron === null) {
    console.error(
      'Electron belum ada di PC ini: pasang dengan "npx install-electron", atau pakai Chromium dengan "npm run kiosk -- --headless …".\n' +
        'Electron is not on this PC yet: fetch it with "npx install-electron", or use Chromium with "npm run kiosk -- --headless …".',
    );
    process.exitCode = 1;
    return;
  }
  await buildScreens();
  await buildKioskMain();
  start(electron, [path.join(root, 'apps', 'kiosk'), '--', ...flags], 'inherit');
}

/** Starts the kiosk; its end is ours, and so is a signal that we are sent. */
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

/** Chromium as a kiosk: full screen on our page only, nothing swiped or pinched away, no bubble after a power cut. */
function chromiumLine(url: string): string {
  return [
    'chromium --kiosk --app=',
    url,
    ' --user-data-dir=$HOME/antrean-chromium --no-first-run --noerrdialogs --disable-session-crashed-bubble',
    ' --disable-pinch --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required',
  ].join('');
}
