import path from 'node:path';
import { type Environment, type Flags, readStationFlags, type StationSettings } from '@antrean/station';

/** What the flags mean, once they are known to be good. */
export type CounterSettings = StationSettings & {
  /** The keys that call the next visitor from any program, as Electron spells them; null for none. */
  readonly shortcut: string | null;
};

// A letter, because laptops hide the F keys; with two modifiers, because the keys are taken away from every other program.
const standardShortcut = 'Ctrl+Alt+N';

export const usage = `Usage: npm run counter -- --server URL [options]
  --server URL                     the queue server, for example http://localhost:8080
  --ca FILE                        the mall's own authority, which alone may vouch for an https server (made by npm run tls)
  --token-file FILE                the device's token; without it, and without ANTREAN_TOKEN, the screen asks for the code
  --data DIR                       where this counter keeps its token (default: data/counter)
  --shortcut KEYS                  calls the next visitor from any program, in Electron; "off" for none (default: ${standardShortcut})
  --port N                         where the screen is served on 127.0.0.1 (default: 8082)
  --screen DIR                     the built screen (default: out/screen beside this program)
Each flag has a twin in the environment: ANTREAN_SERVER, ANTREAN_TOKEN_FILE, ANTREAN_SHORTCUT, …`;

export function readFlags(args: readonly string[], env: Environment): Flags<CounterSettings> {
  const screen = path.join(import.meta.dirname, 'out', 'screen');
  const read = readStationFlags(args, env, {
    own: ['shortcut'],
    port: 8082,
    screen,
    data: path.join('data', 'counter'),
  });
  if (!read.ok) return read;
  const keys = read.value('shortcut') ?? standardShortcut;
  if (keys === 'off') return { ok: true, settings: { ...read.settings, shortcut: null } };
  const shortcut = shortcutOf(keys);
  if (!shortcut) {
    const why = `--shortcut is neither "off" nor keys like ${standardShortcut} or Ctrl+Shift+F9, Ctrl or Alt among them: ${keys}`;
    return { ok: false, why };
  }
  return { ok: true, settings: { ...read.settings, shortcut } };
}

const modifiers = ['Ctrl', 'Alt', 'Shift'];
const keyNames = ['Space', 'Insert', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left', 'Right'];

/** Electron throws at keys that it does not know, and a key without Ctrl or Alt could no longer be typed anywhere. */
function shortcutOf(keys: string): string | null {
  const parts = keys.split('+').map((part) => part.trim());
  const held = modifiers.filter((name) => parts.slice(0, -1).some((part) => part.toLowerCase() === name.toLowerCase()));
  const last = parts.at(-1) ?? '';
  const named = keyNames.find((name) => name.toLowerCase() === last.toLowerCase());
  const key = named ?? (/^([a-z0-9]|f([1-9]|1[0-9]|2[0-4]))$/i.test(last) ? last.toUpperCase() : null);
  if (key === null || held.length !== parts.length - 1 || !held.some((name) => name !== 'Shift')) return null;
  return [...held, key].join('+');
}
