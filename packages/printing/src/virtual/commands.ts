/** How many argument bytes follow, or a rule that tells from those read so far whether the command is complete. */
type Arguments = number | ((read: readonly number[]) => boolean);

const untilNul = (read: readonly number[]) => read.at(-1) === 0;
/** `pL pH` count what follows them; `at` is where they stand among the arguments. */
const counted = (at: number) => (read: readonly number[]) =>
  read.length >= at + 2 && read.length === at + 2 + (read[at] ?? 0) + 256 * (read[at + 1] ?? 0);
const raster = (read: readonly number[]) =>
  read.length >= 6 &&
  read.length === 6 + ((read[2] ?? 0) + 256 * (read[3] ?? 0)) * ((read[4] ?? 0) + 256 * (read[5] ?? 0));
const barcode = (read: readonly number[]) => {
  const [system = 0, length = 0] = read;
  if (read.length < 2) return false;
  return system <= 6 ? untilNul(read) : read.length === 2 + length;
};
const cut = (read: readonly number[]) => read.length === ((read[0] ?? 0) >= 0x41 ? 2 : 1);

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
  '\x1bD': untilNul,
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
  '\x1d(': counted(1),
  '\x1c&': 0,
  '\x1c.': 0,
  '\x1cS': 2,
  '\x10\x04': 1,
  '\x10\x05': 1,
  '\x10\x14': (read) => read.length === (read[0] === 8 ? 8 : 3),
};

export function isComplete(rule: Arguments, read: readonly number[]): boolean {
  return typeof rule === 'number' ? read.length === rule : rule(read);
}
