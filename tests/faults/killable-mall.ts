import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoAnswer } from '@antrean/protocol';

export type KillableMall = {
  readonly demo: DemoAnswer;
  readonly folder: string;
  port(): number;
  /** Ends the server's process at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again on the same folder, on a port of its own. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Started = { readonly url: string; readonly demo: DemoAnswer };

/** A real server in its own process with a folder that survives it. */
export async function openKillableMall(): Promise<KillableMall> {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-fault-'));
  const startedAt = String(Date.now());
  let running: ChildProcess;
  let started: Started;

  async function start(): Promise<void> {
    const program = path.join(import.meta.dirname, 'mall-process.ts');
    running = spawn(process.execPath, [program, folder, startedAt], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (!running.stdout) throw new Error('no output to read');
    const [line] = await Promise.race([
      once(createInterface(running.stdout), 'line'),
      once(running, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
    ]);
    started = JSON.parse(String(line));
  }

  async function kill(): Promise<void> {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    folder,
    get demo() {
      return started.demo;
    },
    port: () => Number(new URL(started.url).port),
    kill,
    restart: start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
