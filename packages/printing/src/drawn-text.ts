import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { packRaster, type Raster } from './raster.ts';

/** Fills the line a letter of font A stands in, with room for what hangs below it. */
const fontPx = 24;
const lineDots = 34;
const baseline = 25;

export type DrawnStyle = {
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center';
};

// Loaded with the first letter that needs it: a canvas costs 65 ms and 30 MB, and most malls never print one.
type Canvas = typeof import('@napi-rs/canvas');
let loaded: Canvas | null = null;
function canvas(): Canvas {
  // `require` has no types of its own.
  loaded ??= createRequire(import.meta.url)('@napi-rs/canvas') as Canvas;
  return loaded;
}

const known = new Map<string, boolean>();

/** Whether a font of this machine, or the bundled Chinese one, has this letter. */
export function canDraw(letter: string): boolean {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const drawn = inkOf(letter);
  // No font has the last code point of all, so it comes out as the box that stands for a missing letter.
  const found = drawn.some((byte) => byte !== 0) && !drawn.equals(inkOf('\u{10ffff}'.repeat([...letter].length)));
  known.set(letter, found);
  return found;
}

function inkOf(letter: string): Buffer {
  const ink = canvas()
    .createCanvas(4 * fontPx, 2 * fontPx)
    .getContext('2d');
  ink.font = fontFor(letter);
  ink.fillText(letter, fontPx, fontPx);
  return Buffer.from(ink.getImageData(0, 0, 4 * fontPx, 2 * fontPx).data);
}

/** One line as a picture, for letters that the printer does not have. `indent` and `dots`, the paper's width, are in dots. */
export function drawText(text: string, style: DrawnStyle, indent: number, dots: number): Raster {
  const { createCanvas } = canvas();
  const height = lineDots * style.height;
  const ink = createCanvas(dots, height).getContext('2d');
  ink.font = fontFor(text);
  const room = dots - indent;
  const wide = Math.min(room, ink.measureText(text).width * style.width + (style.bold ? 1 : 0));
  const left = style.align === 'center' ? Math.floor((dots - wide) / 2) : indent;
  ink.translate(left, 0);
  ink.scale(style.width, style.height);
  ink.fillText(text, 0, baseline, wide / style.width);
  // As the printer makes its own bold: struck twice, a dot apart.
  if (style.bold) ink.fillText(text, 1 / style.width, baseline, wide / style.width);
  const { data } = ink.getImageData(0, 0, dots, height);
  return packRaster(
    Math.min(dots, Math.ceil(left + wide)),
    height,
    (x, y) => (data[(y * dots + x) * 4 + 3] ?? 0) > 110,
  );
}

type Subset = { readonly name: string; readonly ranges: readonly (readonly [number, number])[] };
const pieces = import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json');
let subsets: readonly Subset[] | null = null;

// The Chinese font comes in a hundred pieces; only those with letters of this text are read.
function fontFor(text: string): string {
  subsets ??= readSubsets();
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const needed = subsets.filter(({ ranges }) =>
    codes.some((code) => ranges.some(([from, to]) => from <= code && code <= to)),
  );
  for (const { name } of needed) {
    const file = new URL(`files/noto-sans-sc-${name}-wght-normal.woff2`, pieces);
    if (!canvas().GlobalFonts.has(family(name)))
      canvas().GlobalFonts.registerFromPath(fileURLToPath(file), family(name));
  }
  return `500 ${fontPx}px ${[...needed.map(({ name }) => `"${family(name)}"`), 'sans-serif'].join(', ')}`;
}

const family = (name: string) => `Drawn ${name}`;

function readSubsets(): readonly Subset[] {
  // The package's own list, which its build writes: a name of each piece and its ranges, as in CSS.
  const listed = JSON.parse(readFileSync(fileURLToPath(pieces), 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(listed).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}
