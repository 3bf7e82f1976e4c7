/** What must be known of a printer's model; data, so that a probed unit can be written down. Eight dots are a millimetre. */
export type PrinterProfile = {
  readonly name: string;
  readonly dots: number;
  /** Characters of a line in font A (12×24 dots) and font B (9×17). */
  readonly columns: { readonly A: number; readonly B: number };
  /** How a job's end is known: its own process id comes back, or a status request that waited behind it; `none`: never. */
  readonly ack: 'processId' | 'statusRequest' | 'none';
  readonly cut: 'full' | 'partial';
  readonly bytesPerSecond: number;
  readonly mmPerSecond: number;
};

export const dotsPerMm = 8;
/** A character's cell in dots. */
export const fonts = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;
export type Font = keyof typeof fonts;

/** Epson-compatible, 80 mm roll. */
export const paper80: PrinterProfile = {
  name: 'ESC/POS 80 mm',
  dots: 576,
  columns: { A: 48, B: 64 },
  ack: 'processId',
  cut: 'full',
  bytesPerSecond: 10_000,
  mmPerSecond: 100,
};

/** Epson-compatible, 58 mm roll. */
export const paper58: PrinterProfile = {
  name: 'ESC/POS 58 mm',
  dots: 384,
  columns: { A: 32, B: 42 },
  ack: 'processId',
  cut: 'partial',
  bytesPerSecond: 10_000,
  mmPerSecond: 60,
};

/** The largest magnification, 1 to 8, at which `characters` of font A fit on one line. */
export function largestSize(profile: PrinterProfile, characters: number): number {
  return Math.max(1, Math.min(8, Math.floor(profile.dots / (fonts.A.width * characters))));
}
