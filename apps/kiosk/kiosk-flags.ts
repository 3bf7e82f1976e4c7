import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PrinterAddress, type PrinterProfile, profileNamed, profileNames } from '@antrean/printing';
import { type Environment, type Flags, readStationFlags, type StationSettings } from '@antrean/station';

/** What the flags mean, once they are known to be good. */
export type KioskSettings = StationSettings & {
  readonly printer: PrinterAddress | 'virtual';
  readonly profile: PrinterProfile;
  readonly name: string;
  /** A picture for the head of each slip, as the bytes of its PNG; null for none. */
  readonly logo: Uint8Array | null;
};

export const usage = `Usage: npm run kiosk -- --server URL [options]
  --server URL                     the queue server, for example http://localhost:8080
  --ca FILE                        the mall's own authority, which alone may vouch for an https server (made by npm run tls)
  --token-file FILE                the device's token; without it, and without ANTREAN_TOKEN, the screen asks for the code
  --printer tcp://HOST:PORT        a network printer; or device:///dev/usb/lp0, or "virtual" for one that only draws (default)
  --profile NAME                   what the printer is: ${profileNames.join(', ')} (default: ${profileNames[0]})
  --data DIR                       where this kiosk keeps its journal and token (default: data/kiosk)
  --logo FILE                      a PNG for the head of each slip (default: none)
  --name NAME                      how the mall calls this kiosk, small on each slip (default: Kiosk)
  --port N                         where the screen is served on 127.0.0.1 (default: 8081)
  --screen DIR                     the built screen (default: out/screen beside this program)
Each flag has a twin in the environment: ANTREAN_SERVER, ANTREAN_TOKEN_FILE, ANTREAN_PRINTER, …`;

const own = ['printer', 'profile', 'name', 'logo'] as const;

export function readFlags(args: readonly string[], env: Environment): Flags<KioskSettings> {
  const screen = path.join(import.meta.dirname, 'out', 'screen');
  const read = readStationFlags(args, env, { own, port: 8081, screen, data: path.join('data', 'kiosk') });
  if (!read.ok) return read;
  const { value } = read;
  const printer = printerOf(value('printer') ?? 'virtual');
  if (!printer) return bad(`--printer is none of "virtual", tcp://host:port and device:///path: ${value('printer')}`);
  const profile = profileNamed(value('profile') ?? profileNames[0] ?? '');
  if (!profile) return bad(`--profile is none of ${profileNames.join(', ')}: ${value('profile')}`);
  const name = (value('name') ?? 'Kiosk').trim();
  if (name === '' || name.length > 20) return bad(`--name is not between 1 and 20 characters: ${value('name')}`);
  const logo = logoOf(value('logo'));
  if (!logo.ok) return logo;
  return { ok: true, settings: { ...read.settings, printer, profile, name, logo: logo.picture } };
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

const bad = (why: string) => ({ ok: false, why }) as const;
