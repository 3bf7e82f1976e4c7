import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rectangle } from 'electron';

/** What a counter's PC remembers from one start to the next; never a token, never anything of a visitor. */
export type Kept = {
  /** The flags of the last good start, as their twins of the environment: an icon on the desktop starts without any. */
  readonly flags: Readonly<Record<string, string>>;
  /** Whether the program starts with the PC. Null until it was asked to for the first time. */
  readonly startsWithPc: boolean | null;
  readonly place: Place | null;
};

export type Place = Pick<Rectangle, 'x' | 'y' | 'width' | 'height'> & { readonly isMaximized: boolean };

const nothing: Kept = { flags: {}, startsWithPc: null, place: null };

export type Memory = { read(): Kept; change(part: Partial<Kept>): void };

/** Keeps it in a file of `folder`. A file that cannot be read or written costs the comfort, not the counter. */
export function openMemory(folder: string, log: (line: string) => void): Memory {
  const file = path.join(folder, 'counter.json');
  const read = () => {
    try {
      return keptFrom(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return nothing;
    }
  };
  return {
    read,
    change(part) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify({ ...read(), ...part }));
        renameSync(`${file}.new`, file);
      } catch (error) {
        log(`nothing is remembered: ${String(error)}`);
      }
    },
  };
}

function keptFrom(found: unknown): Kept {
  const { flags, startsWithPc, place } = recordOf(found);
  const texts = Object.entries(recordOf(flags)).filter(([name, text]) => /^ANTREAN_/.test(name) && isText(text));
  return {
    flags: Object.fromEntries(texts.map(([name, text]) => [name, String(text)])),
    startsWithPc: typeof startsWithPc === 'boolean' ? startsWithPc : null,
    place: placeFrom(recordOf(place)),
  };
}

function placeFrom({ x, y, width, height, isMaximized }: Readonly<Record<string, unknown>>): Place | null {
  const [left, top, wide, high] = [x, y, width, height].map(Number);
  if (![left, top, wide, high].every((n) => Number.isSafeInteger(n))) return null;
  return { x: left ?? 0, y: top ?? 0, width: wide ?? 0, height: high ?? 0, isMaximized: isMaximized === true };
}

function recordOf(found: unknown): Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

const isText = (found: unknown) => typeof found === 'string';
