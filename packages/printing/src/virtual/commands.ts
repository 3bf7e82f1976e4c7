/** How many argument bytes follow: a count, `nul` when a NUL ends them, or a rule over those read so far (null: not known yet). */
export type Arguments = number | 'nul' | ((read: readonly number[]) => number | 'nul' | null);

/** Two bytes as ESC/POS writes a count, the low one first. */
export function count(low = 0, high = 0): number {
  return low + 256 * high;
}

/** `GS ( X pL pH`: the count is that of what follows it. */
const counted: Arguments = (read) => (read.length < 3 ? null : 3 + count(read[1], read[2]));
/** `GS v 0 m xL xH yL yH`: bytes of a row, rows. */
const raster: Arguments = (read) => (read.length < 6 ? null : 6 + count(read[2], read[3]) * count(read[4], read[5]));
/** `GS k m` has two forms: the data end in a NUL, or their length comes first. */
const barcode: Arguments = ([system = 0, length]) => {
  if (system <= 6) return 'nul';
  return length === undefined ? null : 2 + length;
};
/** From `A` on the cut has a feed before it. */
const cut: Arguments = ([form = 0]) => (form >= 0x41 ? 2 : 1);

/** Every command of ESC/POS that this printer knows: its two bytes as text, and what follows them. */
export const knownCommands: Readonly<Record<string, Arguments>> = {
  '\x1b@': 0,
  '\x1b!': 1,
  '\x1b ': 1,
  '\x1b$': 2,
  '\x1b-': 1,
  '\x1b2': 0,
  '\x1b3': 1,
  '\x1ba': 1,
  '\x1bB': 2,
  '\x1bd': 1,
  '\x1bD': 'nul',
  '\x1bE': 1,
  '\x1bG': 1,
  '\x1bJ': 1,
  '\x1bL': 0,
  '\x1bM': 1,
  '\x1bR': 1,
  '\x1bS': 0,
  '\x1bT': 1,
  '\x1bt': 1,
  '\x1bV': 1,
  '\x1bW': 8,
  '\x1b{': 1,
  '\x1d!': 1,
  '\x1dB': 1,
  '\x1dH': 1,
  '\x1dI': 1,
  '\x1dL': 2,
  '\x1dP': 2,
  '\x1dV': cut,
  '\x1dW': 2,
  '\x1da': 1,
  '\x1df': 1,
  '\x1dh': 1,
  '\x1dk': barcode,
  '\x1dr': 1,
  '\x1dw': 1,
  '\x1dv': raster,
  '\x1d(': counted,
  '\x1c&': 0,
  '\x1c.': 0,
  '\x1cS': 2,
};
