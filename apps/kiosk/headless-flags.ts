import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PrinterAddress } from '@antrean/printing';

/** What the flags mean, once they are known to be good. */
type HeadlessSettings = {
  readonly serverUrl: string;
  readonly token: string;
  readonly printer: PrinterAddress | 'virtual';
  readonly paper: 80 | 58;
  readonly port: number;
  readonly screen: string;
};

export type Flags =
  | { readonly ok: true; readonly settings: HeadlessSettings }
  | { readonly ok: false; readonly why: string };

export const usage = `Usage: headless.ts --server URL (--token-file FILE | ANTREAN_TOKEN in the environment) [options]
  --server URL                     the queue server, for example http://localhost:8080
  --token-file FILE                the device's token; only its owner may read the file
  --printer tcp://HOST:PORT        the printer, or "virtual" for one that only draws (default: virtual)
  --paper 80 | 58                  the width of the roll in millimetres (default: 80)
  --port N                         where the screen is served on 127.0.0.1 (default: 8081)
  --screen DIR                     the built screen (default: out/screen beside this program)
Each flag has a twin in the environment: ANTREAN_SERVER, ANTREAN_TOKEN_FILE, ANTREAN_PRINTER, …`;

const names = ['server', 'token-file', 'printer', 'paper', 'port', 'screen'] as const;

export function readFlags(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Flags {
  const typed = read(args);
  if (!typed.ok) return typed;
  const value = (name: (typeof names)[number]) =>
    typed.values[name] ?? env[`ANTREAN_${name.toUpperCase().replace('-', '_')}`];

  const server = value('server');
  if (!server) return bad('--server is missing');
  const url = URL.parse(server);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return bad(`--server is not an http address: ${server}`);
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    return bad(`--server is more than an origin: ${server}`);
  const printer = printerOf(value('printer') ?? 'virtual');
  if (!printer) return bad(`--printer is neither "virtual" nor tcp://host:port: ${value('printer')}`);
  const paper = Number(value('paper') ?? 80);
  if (paper !== 80 && paper !== 58) return bad(`--paper is neither 80 nor 58: ${value('paper')}`);
  const port = Number(value('port') ?? 8081);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return bad(`--port is not a port: ${value('port')}`);
  const screen = path.resolve(value('screen') ?? path.join(import.meta.dirname, 'out', 'screen'));
  if (!existsSync(path.join(screen, 'index.html'))) return bad(`--screen holds no built screen: ${screen}`);
  const token = tokenOf(value('token-file'), env.ANTREAN_TOKEN);
  if (!token.ok) return token;
  return { ok: true, settings: { serverUrl: url.origin, token: token.token, printer, paper, port, screen } };
}

function read(args: readonly string[]) {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return { ok: true, values: values as Partial<Record<(typeof names)[number], string>> } as const;
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
}

function printerOf(text: string): PrinterAddress | 'virtual' | null {
  if (text === 'virtual') return text;
  const url = URL.parse(text);
  if (url?.protocol !== 'tcp:' || url.hostname === '' || !['', '/'].includes(url.pathname)) return null;
  // 9100 is where network printers listen.
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 9100) };
}

function tokenOf(file: string | undefined, fromEnvironment: string | undefined) {
  if (!file) {
    return fromEnvironment
      ? ({ ok: true, token: fromEnvironment } as const)
      : bad('the device has no token: give --token-file or ANTREAN_TOKEN');
  }
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return bad(`--token-file is not a file: ${file}`);
  // Windows has no such bits; there the folder's access list guards it.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    return bad(`--token-file can be read by others; chmod 600 ${file}`);
  const token = readFileSync(file, 'utf8').trim();
  return token ? ({ ok: true, token } as const) : bad(`--token-file is empty: ${file}`);
}

const bad = (why: string) => ({ ok: false, why }) as const;
