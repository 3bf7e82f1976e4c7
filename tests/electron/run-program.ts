import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { electronBinary } from '../../scripts/electron-binary.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const electron = electronBinary(process.env);

/** Why the smoke test of a real Electron is skipped, false where it runs. */
export function whyNoElectron(): string | false {
  if (electron === null) return 'no Electron binary on this machine';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'no display on this machine' : false;
}

/** A program that runs until the test ends: what it said, line by line, and the code with which it ended. */
export function run(t: TestContext, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        for (const look of waiting) look();
      });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  t.after(() => child.kill('SIGKILL'));
  const text = () => lines.join('\n');
  return {
    text,
    ended,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    /** What the first line that matches says in its brackets; fails when the program ends before. */
    said(wanted: RegExp): Promise<string> {
      const found = Promise.withResolvers<string>();
      const look = () => {
        const match = lines.map((line) => wanted.exec(line)).find((one) => one !== null);
        if (match) found.resolve(match[1] ?? match[0]);
      };
      waiting.add(look);
      look();
      ended.then(() => found.reject(new Error(`it ended: ${text()}`)));
      return found.promise.finally(() => waiting.delete(look));
    },
  };
}
