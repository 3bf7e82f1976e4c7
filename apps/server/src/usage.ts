import type { Flag, Switch } from './flags.ts';

/** Every flag with what stands behind it and what it does: one that is added without a line here does not compile. */
const meanings: Readonly<Record<Flag | Switch, readonly [value: string, meaning: string]>> = {
  data: ['DIR', 'where the mall is kept; without it, a demonstration on this machine only'],
  site: ['NAME', "the mall's name, for the very first start"],
  host: ['ADDRESS', 'where it listens (127.0.0.1)'],
  port: ['N', 'and on which port (8080)'],
  'public-url': ['URL', 'the address for screens and phones; it stands on every slip'],
  'tls-cert': ['FILE', 'a certificate in PEM (the one that npm run tls made)'],
  'tls-key': ['FILE', 'its private key'],
  'plain-http': ['', 'other hosts without encryption, where a proxy in front encrypts'],
  origin: ['URL,URL', 'further addresses whose pages may talk to the server'],
  'kiosk-url': ['URL', 'where a station shows the kiosk of the demonstration'],
  backups: ['DIR', 'where copies go (backups in the data folder)'],
  'backup-times': ['HH:MM,HH:MM', 'when they are made, or never (06:30,12:30,20:00)'],
  'new-setup-code': ['', 'a new code for a first manager, when every password is lost'],
  'log-level': ['LEVEL', 'fatal, error, warn, info or debug'],
};

const column = 30;

/** What `npm start -- --help` prints. */
export const usage = [
  'Usage: npm start -- [flags]',
  ...Object.entries(meanings).map(([flag, [value, meaning]]) => `  ${`--${flag} ${value}`.padEnd(column)} ${meaning}`),
  'Each flag but --plain-http and --new-setup-code has a twin in the environment: --log-level is ANTREAN_LOG_LEVEL.',
  'How a mall is run: docs/operating.md',
].join('\n');
