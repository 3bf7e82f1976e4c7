import path from 'node:path';
import { type Environment, type Flags, readStationFlags, type StationSettings } from '@antrean/station';

/** What the flags mean, once they are known to be good. */
export type DisplaySettings = StationSettings & {
  /** The panel on which the window stands, by Electron's id; null for the desktop's first one. */
  readonly panel: string | null;
  /** How the page is set up, as its address says it: `zone=1&lang=en`; empty when nothing was chosen. */
  readonly query: string;
};

const quietHours = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;
const layouts = ['calls', 'overview', 'media', 'counter', 'entrance'];
const choices: readonly (readonly ['layout' | 'lang' | 'voice' | 'sound', readonly string[]])[] = [
  ['layout', layouts],
  ['lang', ['id', 'en']],
  ['voice', ['on', 'off']],
  ['sound', ['on', 'off']],
];

export const usage = `Usage: npm run display -- --server URL [options]
  --server URL                     the queue server, for example http://localhost:8080
  --ca FILE                        the mall's own authority, which alone may vouch for an https server (made by npm run tls)
  --token-file FILE                the device's token; without it, and without ANTREAN_TOKEN, the screen asks for the code
  --data DIR                       where this display keeps its token (default: data/display)
  --panel ID                       the TV or monitor for the window, in Electron; each start says which there are (default: the first)
  --zone ID                        shows this zone only (default: the zone for which the device is enrolled)
  --layout NAME                    ${layouts.join(', ')} (default: overview)
  --counter ID                     the counter that --layout counter shows
  --viewing-distance METRES        from the panel to the last row of seats (default: 8, at an entrance 3)
  --px-per-mm N                    pixels of one millimetre of the panel, where it is not a 55" one
  --lang id|en                     the language in front (default: id)
  --voice on|off                   whether it may speak the calls (default: on)
  --volume N                       of the voice, 0 to 100 (default: 100)
  --quiet HH:MM-HH:MM,…            when it does not speak (default: never)
  --sound on|off                   whether films are heard between the calls (default: off)
  --port N                         where the screen is served on 127.0.0.1 (default: 8083)
  --screen DIR                     the built screen (default: out/screen beside this program)
Each flag has a twin in the environment: ANTREAN_SERVER, ANTREAN_TOKEN_FILE, ANTREAN_PANEL, ANTREAN_VIEWING_DISTANCE, …`;

const own = [
  'panel',
  'zone',
  'layout',
  'counter',
  'viewing-distance',
  'px-per-mm',
  'lang',
  'voice',
  'volume',
  'quiet',
  'sound',
] as const;

export function readFlags(args: readonly string[], env: Environment): Flags<DisplaySettings> {
  const screen = path.join(import.meta.dirname, 'out', 'screen');
  const read = readStationFlags(args, env, { own, port: 8083, screen, data: path.join('data', 'display') });
  if (!read.ok) return read;
  const { value } = read;
  const panel = value('panel') ?? null;
  if (panel !== null && !/^\d{1,20}$/.test(panel)) return bad(`--panel is not the number of a panel: ${panel}`);
  for (const [name, texts] of choices) {
    const text = value(name);
    if (text !== undefined && !texts.includes(text)) return bad(`--${name} is none of ${texts.join(', ')}: ${text}`);
  }
  const layout = value('layout');
  const counter = value('counter');
  if (layout === 'counter' && !counter) return bad('--layout counter needs --counter');
  for (const name of ['viewing-distance', 'px-per-mm'] as const)
    if (value(name) !== undefined && !(Number(value(name)) > 0))
      return bad(`--${name} is not above zero: ${value(name)}`);
  const volume = value('volume');
  if (volume !== undefined && !/^(100|\d{1,2})$/.test(volume))
    return bad(`--volume is not between 0 and 100: ${volume}`);
  const quiet = value('quiet');
  if (quiet !== undefined && !quiet.split(',').every((hours) => quietHours.test(hours)))
    return bad(`--quiet is not like 12:00-13:00,17:00-07:00: ${quiet}`);
  const query = queryOf({
    zone: value('zone'),
    layout,
    counter,
    viewingDistance: value('viewing-distance'),
    pxPerMm: value('px-per-mm'),
    lang: value('lang'),
    voice: value('voice'),
    volume,
    quiet,
    sound: value('sound'),
  });
  return { ok: true, settings: { ...read.settings, panel, query } };
}

// The names are those that the page reads in its address.
function queryOf(given: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, text] of Object.entries(given)) if (text) query.set(name, text);
  return query.toString();
}

const bad = (why: string) => ({ ok: false, why }) as const;
