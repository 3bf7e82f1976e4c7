import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type PrinterAddress, type PrinterProfile, profileNamed, profileNames } from '@antrean/printing';

/** What the flags mean, once they are known to be good. */
export type KioskSettings = {
  readonly serverUrl: string;
  readonly token: string;
  readonly printer: PrinterAddress | 'virtual';
  readonly profile: PrinterProfile;
  readonly port: number;
  readonly screen: string;
  /** Where the journal lives: on this PC's own disk, never on a shared one. */
  readonly data: string;
  readonly name: string;
  /** A picture for the head of each slip, as the bytes of its PNG; null for none. */
  readonly logo: Uint8Array | null;
};

export type Flags =
  | { readonly ok: true; readonly settings: KioskSettings }
  | { readonly ok: false; readonly why: string };

export const usage = `Usage: npm run kiosk -- --server URL (--token-file FILE | ANTREAN_TOKEN in the environment) [options]
  --server URL                     the queue server, for example http://localhost:8080
  --token-file FILE                the device's token; only its owner may read the file
  --printer tcp://HOST:PORT        a network printer; or device:///dev/usb/lp0, or "virtual" for one that only draws (default)
  --profile NAME                   what the printer is: ${profileNames.join(', ')} (default: ${profileNames[0]})
  --data DIR                       where this kiosk keeps its journal (default: data/kiosk)
  --logo FILE                      a PNG for the head of each slip (default: none)
  --name NAME                      how the mall calls this kiosk, small on each slip (default: Kiosk)
  --port N                         where the screen is served on 127.0.0.1 (default: 8081)
  --screen DIR                     the built screen (default: out/screen beside this program)
Each flag has a twin in the environment: ANTREAN_SERVER, ANTREAN_TOKEN_FILE, ANTREAN_PRINTER, …`;

const names = ['server', 'token-file', 'printer', 'profile', 'port', 'screen', 'data', 'name', 'logo'] as const;

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
  if (!printer) return bad(`--printer is none of "virtual", tcp://host:port and device:///path: ${value('printer')}`);
  const profile = profileNamed(value('profile') ?? profileNames[0] ?? '');
  if (!profile) return bad(`--profile is none of ${profileNames.join(', ')}: ${value('profile')}`);
  const port = Number(value('port') ?? 8081);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return bad(`--port is not a port: ${value('port')}`);
  const screen = path.resolve(value('screen') ?? path.join(import.meta.dirname, 'out', 'screen'));
  if (!existsSync(path.join(screen, 'index.html'))) return bad(`--screen holds no built screen: ${screen}`);
  const token = tokenOf(value('token-file'), env.ANTREAN_TOKEN);
  if (!token.ok) return token;
  const data = path.resolve(value('data') ?? path.join('data', 'kiosk'));
  const name = (value('name') ?? 'Kiosk').trim();
  if (name === '' || name.length > 20) return bad(`--name is not between 1 and 20 characters: ${value('name')}`);
  const logo = logoOf(value('logo'));
  if (!logo.ok) return logo;
  const settings = {
    serverUrl: url.origin,
    token: token.token,
    printer,
    profile,
    port,
    screen,
    data,
    name,
    logo: logo.picture,
  };
  return { ok: true, settings };
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
  if (url?.protocol === 'device:' && url.hostname === '' && url.pathname.length > 1)
    return { kind: 'device', path: url.pathname };
  if (url?.protocol !== 'tcp:' || url.hostname === '' || !['', '/'].includes(url.pathname)) return null;
  // 9100 is where network printers listen.
  return { kind: 'tcp', host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 9100) };
}

function logoOf(file: string | undefined) {
  if (file === undefined) return { ok: true, picture: null } as const;
  try {
    return { ok: true, picture: readFileSync(file) } as const;
  } catch {
    return bad(`--logo cannot be read: ${file}`);
  }
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
