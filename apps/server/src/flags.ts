import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Certificate, findCertificate } from './certificate.ts';

/** What the operator wants, after defaults. Times and sizes that nobody should tune are not here. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Folder of the database and of everything else that must survive a restart. */
  readonly data: string;
  /** A demonstration: made-up officers and devices, open at any hour, on loopback only. */
  readonly demo: boolean;
  /** Name for a new installation's mall; null for one that exists, or for the demonstration. */
  readonly site: string | null;
  /** Null: plain HTTP. */
  readonly tls: Certificate | null;
  /** What stands before `/t/…` on the slip. */
  readonly publicUrl: string;
  /** Exact origins of pages that may talk to this server, besides its own. */
  readonly origins: readonly string[];
  /** Where a station shows the demonstration's kiosk and its paper; null without one. */
  readonly kioskUrl: string | null;
  /** Make a new setup code, for a first manager or after every password was lost. */
  readonly newSetupCode: boolean;
  readonly logLevel: LogLevel;
  /** Where copies go and when, HH:MM on the mall's wall; no times for copies on demand only, null in a demonstration. */
  readonly backups: { readonly folder: string; readonly times: readonly string[] } | null;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof logLevels)[number];

const options = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  site: { type: 'string' },
  'public-url': { type: 'string' },
  origin: { type: 'string' },
  'kiosk-url': { type: 'string' },
  'log-level': { type: 'string' },
  backups: { type: 'string' },
  'backup-times': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
} as const;

// Not from the environment: a code would be made at every start, and what plain HTTP gives up must be said where it is given up.
const switches = { 'new-setup-code': { type: 'boolean' }, 'plain-http': { type: 'boolean' } } as const;

export type Flag = keyof typeof options;
export type Switch = keyof typeof switches;
type Written = Partial<Record<Flag, string>> & Partial<Record<Switch, boolean>>;

export type Read =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: string };

/** Reads flags and their `ANTREAN_…` twins (the flag wins). A flag nobody knows, or one that makes no sense, is named. */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  demoData: string,
): Read {
  const written = parse(args, env);
  if (typeof written === 'string') return { ok: false, problem: written };
  const port = Number(written.port ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return bad('port', written.port, 'a number from 0 to 65535');
  const logLevel = logLevels.find((level) => level === (written['log-level'] ?? (written.data ? 'info' : 'warn')));
  if (!logLevel) return bad('log-level', written['log-level'], `one of ${logLevels.join(', ')}`);
  const demo = written.data === undefined;
  const host = written.host ?? '127.0.0.1';
  if (demo && !isLoopback(host))
    return { ok: false, problem: `The demonstration listens on loopback only. For ${host}, give --data DIR as well.` };
  if (!isLoopback(host) && written['public-url'] === undefined)
    return {
      ok: false,
      problem: `With --host ${host}, also give --public-url: the address that screens and phones use.`,
    };
  if (demo && written.site !== undefined)
    return { ok: false, problem: '--site names a real installation and needs --data DIR.' };
  if (written.site !== undefined && written.site.trim() === '') return bad('site', written.site, 'a name');
  const newSetupCode = written['new-setup-code'] ?? false;
  if (demo && newSetupCode)
    return { ok: false, problem: '--new-setup-code is for a real installation and needs --data DIR.' };
  const data = path.resolve(written.data ?? demoData);
  const found = findCertificate(
    {
      ...(written['tls-cert'] && { cert: written['tls-cert'] }),
      ...(written['tls-key'] && { key: written['tls-key'] }),
    },
    data,
  );
  if (!found.ok) return found;
  const tls = found.certificate;
  if (!tls && !isLoopback(host) && !written['plain-http']) return { ok: false, problem: unencrypted(host, data) };
  const publicUrl = written['public-url'] ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  const origins = (written.origin ?? '').split(',').filter((origin) => origin !== '');
  const kioskUrl = written['kiosk-url'] ?? null;
  for (const [flag, url] of [
    ['public-url', publicUrl],
    ['kiosk-url', kioskUrl],
    ...origins.map((origin) => ['origin', origin] as const),
  ] as const)
    if (url !== null && !isHttpUrl(url)) return bad(flag, url, 'an http or https address');
  const times = timesIn(written['backup-times'] ?? '06:30,12:30,20:00');
  if (times === null) return bad('backup-times', written['backup-times'], 'times such as 06:30,20:00, or never');
  if (tls && !publicUrl.startsWith('https:')) return bad('public-url', publicUrl, 'an https address, as the server is');
  const site = written.site ?? null;
  const backups = demo ? null : { folder: path.resolve(written.backups ?? path.join(data, 'backups')), times };
  const where = { host, port, data, demo, site, tls, publicUrl, origins, kioskUrl };
  return { ok: true, settings: { ...where, newSetupCode, logLevel, backups } };
}

function parse(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Written | string {
  const written: Partial<Record<Flag, string>> = {};
  for (const flag of Object.keys(options) as Flag[]) {
    const value = env[`ANTREAN_${flag.toUpperCase().replaceAll('-', '_')}`];
    if (value) written[flag] = value;
  }
  try {
    return {
      ...written,
      ...parseArgs({ args: [...args], options: { ...options, ...switches }, allowPositionals: false }).values,
    };
  } catch (error) {
    const flags = Object.keys({ ...options, ...switches }).map((flag) => `--${flag}`);
    return `${error instanceof Error ? error.message.split('. ')[0] : error}. Known flags: ${flags.join(', ')}.`;
  }
}

function unencrypted(host: string, data: string): string {
  return [
    `With --host ${host} over plain HTTP, whoever is on the network can read PINs and tokens and change what is on the way.`,
    `Make a certificate of this mall's own with: npm run tls -- --data ${data}`,
    'or name yours with --tls-cert FILE --tls-key FILE. Where a proxy in front encrypts, or on a cable of the stations alone, say --plain-http.',
  ].join('\n');
}

function timesIn(text: string): readonly string[] | null {
  if (text === 'never') return [];
  const times = text.split(',').map((time) => time.trim());
  return times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) ? times : null;
}

function bad(flag: string, value: string | undefined, wanted: string): Read {
  return { ok: false, problem: `--${flag} must be ${wanted}, not "${value}".` };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '::ffff:127.0.0.1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isHttpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}
