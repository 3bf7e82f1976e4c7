import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { DemoAnswer } from '@antrean/protocol';
import { usage } from '../apps/server/src/usage.ts';
import { buildScreens } from './build-screens.ts';
import { listening } from './listening.ts';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const isDemo = !args.some((arg) => arg.startsWith('--data')) && !process.env.ANTREAN_DATA;
const running: ChildProcess[] = [];

if (args.includes('--help') || args.includes('-h')) {
  console.log(usage);
  process.exit(0);
}
const built = await buildScreens();
if (built.length > 0) console.log(`Screens built: ${built.join(', ')}.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAll());

const port = portAmong(args) ?? 8080;
const kioskUrl = `http://localhost:${port + 1}`;
const server = start('apps/server/src/main.ts', [...args, ...(isDemo && port > 0 ? ['--kiosk-url', kioskUrl] : [])]);
const url = await listening(server);
if (url && isDemo && port > 0) {
  const demo = (await (await fetch(`${url}/api/v1/demo`)).json()) as DemoAnswer;
  const kiosk = start(
    'apps/kiosk/headless.ts',
    [
      '--server',
      url,
      '--printer',
      'virtual',
      '--port',
      String(port + 1),
      '--screen',
      'apps/kiosk/out/screen',
      '--data',
      'data/demo/kiosk',
    ],
    { ANTREAN_TOKEN: demo.kioskToken },
  );
  if (await listening(kiosk)) {
    console.log(`\nAntrean  ${url}   (kiosk, counter, display, admin and paper start there)`);
    if (demo.openedByHand)
      console.log(
        'Di luar jam layanan; peragaan ini tetap dibuka. Outside service hours; this demonstration is open all the same.',
      );
    console.log('A day of the mall, in a second terminal:  npm run demo');
  }
}

/** Starts one program; when one ends, by itself or not, the others end with it and the first exit code is ours. */
function start(program: string, flags: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, [path.join(root, program), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
  });
  running.push(child);
  child.on('exit', (code, signal) => {
    if (signal)
      console.error(`${program} was ended by ${signal}; Antrean stops. Start it again: the day is as it was left.`);
    process.exitCode ??= code ?? 1;
    stopAll();
  });
  return child;
}

function stopAll(): void {
  for (const child of running) if (child.exitCode === null && !child.killed) child.kill('SIGTERM');
}

function portAmong(flags: readonly string[]): number | null {
  const at = flags.findIndex((flag) => flag === '--port' || flag.startsWith('--port='));
  const text = at < 0 ? process.env.ANTREAN_PORT : (flags[at]?.split('=')[1] ?? flags[at + 1]);
  return text === undefined || !Number.isInteger(Number(text)) ? null : Number(text);
}
