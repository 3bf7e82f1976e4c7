/**
 * What must be known of a printer's model; data, so that a probed unit can be written down. Eight dots are a millimetre. Every
 * one of them answers DLE EOT: a printer that does not is silent, and nothing is sent to it.
 */
export type PrinterProfile = {
  readonly name: string;
  readonly dots: number;
  /** Characters of a line in font A (12×24 dots) and font B (9×17). */
  readonly columns: { readonly A: number; readonly B: number };
  /** How a job's end is known: its own process id comes back, or a status request that waited behind it; `none`: never. */
  readonly ack: 'processId' | 'statusRequest' | 'none';
  /** Reports every change by itself. */
  readonly asb: boolean;
  /** Hangs up by habit after so long without a byte; null: never. */
  readonly idleCloseMs: number | null;
  readonly cut: 'full' | 'partial';
  readonly bytesPerSecond: number;
  readonly mmPerSecond: number;
  /** The length of a new roll, as the mall buys them; null where nobody has measured. */
  readonly rollMm: number | null;
};

export const dotsPerMm = 8;
/** A character's cell in dots. */
export const fonts = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;
export type Font = keyof typeof fonts;

/** Epson-compatible, 80 mm roll. */
export const paper80: PrinterProfile = {
  name: 'epson-80',
  dots: 576,
  columns: { A: 48, B: 64 },
  ack: 'processId',
  asb: true,
  idleCloseMs: null,
  cut: 'full',
  bytesPerSecond: 10_000,
  mmPerSecond: 100,
  rollMm: 80_000,
};

/** Epson-compatible, 58 mm roll. */
export const paper58: PrinterProfile = {
  ...paper80,
  name: 'epson-58',
  dots: 384,
  columns: { A: 32, B: 42 },
  cut: 'partial',
  mmPerSecond: 60,
  rollMm: 30_000,
};

const generic = { ack: 'none', asb: false, rollMm: null } as const;

/** By what can be known from a manual; none was probed on real paper yet. */
const profiles: readonly PrinterProfile[] = [
  paper80,
  paper58,
  { ...paper80, name: 'epson-80-no-id', ack: 'statusRequest' },
  { ...paper58, name: 'epson-58-no-id', ack: 'statusRequest' },
  { ...paper80, name: 'epson-80-42', dots: 512, columns: { A: 42, B: 56 } },
  { ...paper80, ...generic, name: 'generic-80' },
  { ...paper58, ...generic, name: 'generic-58' },
];

/** The names that `profileNamed` knows. */
export const profileNames: readonly string[] = profiles.map(({ name }) => name);

export function profileNamed(name: string): PrinterProfile | null {
  return profiles.find((profile) => profile.name === name) ?? null;
}

/** The largest magnification, 1 to 8, at which `characters` of font A fit on one line. */
export function largestSize(profile: PrinterProfile, characters: number): number {
  return Math.max(1, Math.min(8, Math.floor(profile.dots / (fonts.A.width * characters))));
}
