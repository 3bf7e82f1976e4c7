import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { KioskBridge } from '@antrean/station/bridge';

export type KillableKiosk = {
  /** One call of the page; null when nobody answered, because the kiosk died meanwhile. */
  call<N extends keyof KioskBridge>(name: N, argument: object): Promise<Awaited<ReturnType<KioskBridge[N]>> | null>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

const program = path.resolve(import.meta.dirname, '../../../apps/kiosk/headless.ts');

/** The real kiosk in a process of its own; its journal outlives it. */
export async function openKillableKiosk(
  server: string,
  token: string,
  printerPort: number,
  more: Readonly<Record<string, string>> = {},
): Promise<KillableKiosk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-kiosk-'));
  writeFileSync(path.join(folder, 'index.html'), '<title>no page</title>');
  const args = [
    ...['--server', server, '--printer', `tcp://127.0.0.1:${printerPort}`, '--port', '0'],
    ...['--screen', folder, '--data', path.join(folder, 'data'), '--name', 'K1'],
  ];
  let running: ChildProcess;
  let url: string | null = null;

  async function start(): Promise<void> {
    running = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ANTREAN_TOKEN: token, ...more },
    });
    if (!running.stdout) throw new Error('no output to read');
    const [line] = await Promise.race([
      once(createInterface(running.stdout), 'line'),
      once(running, 'exit').then(([code]) => Promise.reject(new Error(`the kiosk ended with ${code}`))),
    ]);
    url = / listening on (\S+)/.exec(String(line))?.[1] ?? null;
  }

  async function kill(): Promise<void> {
    url = null;
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    async call(name, argument) {
      if (url === null) return null;
      try {
        const answer = await fetch(`${url}/bridge/${name}`, {
          method: 'POST',
          headers: { origin: url, 'content-type': 'application/json' },
          body: JSON.stringify(argument),
        });
        return answer.ok ? await answer.json() : null;
      } catch {
        return null;
      }
    },
    kill,
    restart: start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
