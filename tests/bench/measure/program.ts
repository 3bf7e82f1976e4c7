import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

type Usage = { readonly cpuMs: number; readonly heapBytes: number };

/** A server in a process of its own, so that what it costs is told apart from what the load costs. */
export type Program<T> = { readonly said: T; usage(): Promise<Usage>; end(): Promise<void> };

/** Starts a program beside this folder; it says what it offers once it listens. */
export async function startProgram<T>(file: string, ...args: readonly string[]): Promise<Program<T>> {
  const program = path.join(import.meta.dirname, '..', file);
  const child = fork(program, [...args], { execArgv: ['--expose-gc'] });
  const said = (await answered(child)) as T;
  return {
    said,
    async usage() {
      child.send('usage');
      return (await answered(child)) as Usage;
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function answered(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnargs[2]} ended with ${code}`))),
  ]);
  return message;
}

/** The other side: tells what it offers, answers what it has used, and ends with whoever started it. */
export function serve(offer: object, close: () => Promise<void>): void {
  process.on('message', () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000, heapBytes: process.memoryUsage().heapUsed } satisfies Usage);
  });
  process.on('disconnect', () => void close().then(() => process.exit(0)));
  process.send?.(offer);
}
