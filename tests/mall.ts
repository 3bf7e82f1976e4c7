import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandBody, CommandName, CommandParams, DemoAnswer } from '@antrean/protocol';
import { commands, sessionHeader } from '@antrean/protocol';
import { openServer, type QueueServer } from '../apps/server/src/app.ts';
import { tokenHash } from '../apps/server/src/credentials.ts';
import { readSettings, type Settings } from '../apps/server/src/flags.ts';
import { openStore } from '../apps/server/src/open-store.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Monday 23 November 2026, 08.00 in the reference mall. */
export const mondayMorning = Date.UTC(2026, 10, 23, 1, 0);

export type Mall = {
  readonly url: string;
  readonly server: QueueServer;
  readonly demo: DemoAnswer;
  readonly folder: string;
  /** The wall clock of the server's machine, moved by hand. */
  readonly clock: { at: number };
  /** Enrols one more display, of a zone or of the whole mall; gives back its token. */
  enrolDisplay(zoneId: string | null): Promise<string>;
  close(): Promise<void>;
};

export type MallOptions = {
  readonly at?: number;
  /** A folder that outlives this mall, for one that is started again. */
  readonly folder?: string;
  readonly kioskUrl?: string;
  /** The port of a mall that is started again under the eyes of open pages; otherwise a free one. */
  readonly port?: number;
  readonly log?: (line: string) => void;
  /** The machine's steady clock; otherwise it goes along with the wall clock. */
  readonly steady?: () => number;
};

/** A demonstration mall on a free loopback port with a folder and a clock of its own, gone after `close`. */
export async function openMall(options: MallOptions = {}): Promise<Mall> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'antrean-'));
  const clock = { at: options.at ?? mondayMorning };
  const settings = demoSettings(folder, options);
  const opened = await openStore(settings);
  if (!opened.ok) throw new Error(opened.problem);
  const server = await openServer({
    store: opened.store,
    settings,
    apps: path.join(root, 'apps'),
    wall: () => clock.at,
    ...(options.steady ? { steady: options.steady } : {}),
    ...(options.log ? { loggerStream: { write: options.log } } : {}),
  });
  const url = await server.app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const demo = (await (await fetch(`${url}/api/v1/demo`)).json()) as DemoAnswer;
  return {
    url,
    server,
    demo,
    folder,
    clock,
    async enrolDisplay(zoneId) {
      const token = randomBytes(32).toString('base64url');
      const device = {
        id: `display-${token.slice(0, 8)}`,
        role: 'display',
        name: 'TV',
        counterId: null,
        zoneId,
      } as const;
      await opened.store.addDevice(device, tokenHash(token), clock.at);
      return token;
    },
    async close() {
      await server.app.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function demoSettings(folder: string, { kioskUrl, log }: MallOptions): Settings {
  const flags = ['--port', '0', '--log-level', log ? 'info' : 'fatal', ...(kioskUrl ? ['--kiosk-url', kioskUrl] : [])];
  const read = readSettings(flags, {}, folder);
  if (!read.ok) throw new Error(read.problem);
  return read.settings;
}

export type Answer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly code?: string };
};

/** Gives one command as a station would, without the client package: what is tested is the wire itself. */
export async function give<N extends CommandName>(
  url: string,
  who: { readonly token: string; readonly session?: string },
  name: N,
  params: CommandParams<N>,
  body: CommandBody<N> | unknown,
  key: string = crypto.randomUUID(),
): Promise<Answer> {
  const { path: route, method } = commands[name];
  const filled = route.replace(/:(\w+)/g, (_, field: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[field])),
  );
  const response = await fetch(`${url}/api/v1${filled}`, {
    method,
    headers: {
      ...(who.token === '' ? {} : { authorization: `Bearer ${who.token}` }),
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(who.session ? { [sessionHeader]: who.session } : {}),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

export type Officer = { readonly token: string; readonly session: string; readonly counterId: string };

/** The demonstration's officer of a counter, signed in there. */
export async function signIn(mall: Pick<Mall, 'url' | 'demo'>, counterId: string): Promise<Officer> {
  const desk = mall.demo.counters.find((counter) => counter.counterId === counterId);
  if (!desk) throw new Error(`no counter ${counterId}`);
  return { ...(await begin(mall, desk, { counterId })), counterId };
}

/** The demonstration's supervisor, signed in at the board. */
export function signInBoard(mall: Mall): Promise<Omit<Officer, 'counterId'>> {
  return begin(mall, mall.demo.board, {});
}

async function begin(
  { url, demo }: Pick<Mall, 'url' | 'demo'>,
  { token, officer }: { readonly token: string; readonly officer: string },
  where: { readonly counterId?: string },
) {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ officer, pin: demo.pin, ...where }),
  });
  const { sessionToken } = (await response.json()) as { readonly sessionToken: string };
  return { token, session: sessionToken };
}

/** The demonstration's manager, signed in by password. */
export async function signInManager({ url, demo }: Pick<Mall, 'url' | 'demo'>): Promise<Omit<Officer, 'counterId'>> {
  const response = await fetch(`${url}/api/v1/sessions/by-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(demo.manager),
  });
  const { sessionToken } = (await response.json()) as { readonly sessionToken: string };
  return { token: '', session: sessionToken };
}

/** Reads something, as a device and, with a session, as the officer who signed in there. */
export async function read(
  url: string,
  who: { readonly token: string; readonly session?: string },
  path: string,
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${who.token}`, ...(who.session ? { [sessionHeader]: who.session } : {}) },
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

/** Waits for something that follows from what was just done; fails after ten seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!isTrue()) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true within ten seconds');
    await new Promise(setImmediate);
  }
}
