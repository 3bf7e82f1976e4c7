import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Environment } from './station-program.ts';

/** What the flags that every station has mean, once they are known to be good. */
export type StationSettings = {
  readonly serverUrl: string;
  /** The authority that alone may vouch for the server, as PEM; null for those that this PC trusts anyway. */
  readonly ca: string | null;
  /** Null for a device that is enrolled on its screen, or was. */
  readonly token: string | null;
  /** The folder of what the station keeps: on this PC's own disk, never on a shared one. */
  readonly data: string;
  readonly port: number;
  /** The folder of the built screen. */
  readonly screen: string;
};

type Bad = { readonly ok: false; readonly why: string };
type Read<N extends string> = {
  readonly ok: true;
  readonly settings: StationSettings;
  /** The text of one of the station's own flags, or of its twin in the environment. */
  readonly value: (name: N) => string | undefined;
};

type Defaults<N extends string> = {
  readonly own: readonly N[];
  readonly port: number;
  readonly screen: string;
  readonly data: string;
};

const everyStations = ['server', 'ca', 'token-file', 'port', 'screen', 'data'] as const;

/** Reads the flags of every station, and lets `own` flags be read; names the first bad one. */
export function readStationFlags<N extends string>(
  args: readonly string[],
  env: Environment,
  { own, port, screen, data }: Defaults<N>,
): Read<N> | Bad {
  const typed = read(args, [...everyStations, ...own]);
  if (!typed.ok) return typed;
  const value = (name: N | (typeof everyStations)[number]) =>
    typed.values[name] ?? env[`ANTREAN_${name.toUpperCase().replaceAll('-', '_')}`];

  const server = value('server');
  if (!server) return bad('--server is missing');
  const url = URL.parse(server);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return bad(`--server is not an http address: ${server}`);
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    return bad(`--server is more than an origin: ${server}`);
  const wanted = Number(value('port') ?? port);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) return bad(`--port is not a port: ${value('port')}`);
  const folder = path.resolve(value('screen') ?? screen);
  if (!existsSync(path.join(folder, 'index.html'))) return bad(`--screen holds no built screen: ${folder}`);
  const token = tokenOf(value('token-file'), env.ANTREAN_TOKEN);
  if (!token.ok) return token;
  const ca = authorityOf(value('ca'), url);
  if (!ca.ok) return ca;
  return {
    ok: true,
    settings: {
      serverUrl: url.origin,
      ca: ca.ca,
      token: token.token,
      port: wanted,
      screen: folder,
      data: path.resolve(value('data') ?? data),
    },
    value,
  };
}

function read(args: readonly string[], names: readonly string[]) {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return { ok: true, values: values as Readonly<Record<string, string | undefined>> } as const;
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
}

function tokenOf(file: string | undefined, fromEnvironment: string | undefined) {
  if (!file) {
    return { ok: true, token: fromEnvironment || null } as const;
  }
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return bad(`--token-file is not a file: ${file}`);
  // Windows has no such bits; there the folder's access list guards it.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    return bad(`--token-file can be read by others; chmod 600 ${file}`);
  const token = readFileSync(file, 'utf8').trim();
  return token ? ({ ok: true, token } as const) : bad(`--token-file is empty: ${file}`);
}

function authorityOf(file: string | undefined, server: URL) {
  if (!file) return { ok: true, ca: null } as const;
  if (server.protocol !== 'https:') return bad(`--ca needs an https address in --server, not ${server.origin}`);
  try {
    const ca = readFileSync(file, 'utf8');
    return new X509Certificate(ca).ca
      ? ({ ok: true, ca } as const)
      : bad(`--ca is no authority's certificate: ${file}`);
  } catch {
    return bad(`--ca holds no certificate in PEM: ${file}`);
  }
}

const bad = (why: string): Bad => ({ ok: false, why });
