import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DemoAnswer } from '@antrean/protocol';

export type RealServer = {
  url(): string;
  demo(): DemoAnswer;
  pid(): number;
  /** Starts it on the same folder; throws what it said when it refuses. */
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Holds its process still, or lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** The exit code of the running process, once it has ended by itself or otherwise. */
  ended(): Promise<number | null>;
  said(): string;
};

const program = path('../../apps/server/src/main.ts');

/** The server's own program with its demonstration in this folder, in a process of its own. */
export function realServer(folder: string): RealServer {
  let running: ChildProcess | null = null;
  let url = '';
  let demo: DemoAnswer;
  let said = '';
  let ended: Promise<number | null> = Promise.resolve(null);
  return {
    url: () => url,
    demo: () => demo,
    pid: () => running?.pid ?? 0,
    said: () => said,
    ended: () => ended,
    async start(env = {}) {
      said = '';
      // One address on all slips, so that a repeated command has the same answer from a server on another port.
      const flags = ['--port', '0', '--log-level', 'fatal', '--public-url', 'http://mall.test'];
      const child = spawn(process.execPath, [program, ...flags], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ANTREAN_DEMO_DATA: folder, ...env },
      });
      running = child;
      ended = once(child, 'close').then(([code]) => code as number | null);
      child.stderr.on('data', (text: Buffer) => {
        said += text;
      });
      const line = await Promise.race([
        once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
        ended.then((code) => Promise.reject(new ServerRefused(code, said.trim()))),
      ]);
      url = `http://127.0.0.1:${/:(\d+)$/.exec(line)?.[1]}`;
      // A real installation has none.
      const made = await fetch(`${url}/api/v1/demo`);
      if (made.ok) demo = (await made.json()) as DemoAnswer;
    },
    async kill() {
      running?.kill('SIGKILL');
      await ended;
    },
    signal(signal) {
      running?.kill(signal);
    },
  };
}

/** What to start a server with that is broken on purpose, by one of the packages' controls. */
export function loadedWith(control: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import ${new URL(`../../packages/${control}.ts`, import.meta.url)}` };
}

/** The server ended instead of listening. */
export class ServerRefused extends Error {
  readonly code: number | null;

  constructor(code: number | null, sentence: string) {
    super(sentence);
    this.name = 'ServerRefused';
    this.code = code;
  }
}

function path(relative: string): string {
  return new URL(relative, import.meta.url).pathname;
}
