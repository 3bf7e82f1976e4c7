import { type Font, fonts } from '../profiles.ts';

/** Clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** Where a mark lies: the top left corner of its box in dots, how the box is turned, and the line of text it belongs to. */
type Place = { readonly x: number; readonly y: number; readonly turn: Turn; readonly line: number };

/** What lies on the paper. `width` and `height` of a glyph are its magnification, 1 to 8. */
export type Mark =
  | (Place & {
      readonly kind: 'glyph';
      readonly char: string;
      readonly font: Font;
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
      /** Thickness in dots. */
      readonly underline: number;
      readonly inverted: boolean;
      /** White to the right of it, in dots. */
      readonly spacing: number;
      /** A character of a two-byte set, as wide as two. */
      readonly isWide: boolean;
    })
  | (Place & {
      readonly kind: 'qr';
      readonly url: string;
      readonly level: string;
      readonly module: number;
      readonly modules: number;
    })
  /** Rows of bits, the highest bit of each byte to the left; each bit is `scaleX` by `scaleY` dots. */
  | (Place & {
      readonly kind: 'raster';
      readonly columns: number;
      readonly rows: number;
      readonly bits: Uint8Array;
      readonly scaleX: number;
      readonly scaleY: number;
    })
  /** A barcode: `1` is a bar, `0` a gap, each `module` dots wide. */
  | (Place & {
      readonly kind: 'bars';
      readonly symbology: string;
      readonly text: string;
      readonly pattern: string;
      readonly module: number;
      readonly height: number;
    });

export type Size = { readonly width: number; readonly height: number };
export type Area = Size & { readonly x: number; readonly y: number };

/** The mark's own size in dots, before it is turned. */
export function sizeOf(mark: Mark): Size {
  switch (mark.kind) {
    case 'glyph': {
      const cell = fonts[mark.font];
      return { width: cell.width * mark.width * (mark.isWide ? 2 : 1), height: cell.height * mark.height };
    }
    case 'qr':
      return { width: mark.modules * mark.module, height: mark.modules * mark.module };
    case 'raster':
      return { width: mark.columns * mark.scaleX, height: mark.rows * mark.scaleY };
    case 'bars':
      return { width: mark.pattern.length * mark.module, height: mark.height };
  }
}

/** The box that the mark takes on the paper. */
export function boxOf(mark: Mark): Area {
  const { width, height } = sizeOf(mark);
  const isLying = mark.turn === 90 || mark.turn === 270;
  return { x: mark.x, y: mark.y, width: isLying ? height : width, height: isLying ? width : height };
}

/** The mark of an area `inner` wide and high, once that area is turned and its corner laid at `x`, `y`. */
export function turned(mark: Mark, inner: Size, turn: Turn, x: number, y: number): Mark {
  const box = boxOf(mark);
  const right = inner.width - box.x - box.width;
  const below = inner.height - box.y - box.height;
  const corner = {
    0: { x: box.x, y: box.y },
    90: { x: below, y: box.x },
    180: { x: right, y: below },
    270: { x: box.y, y: right },
  }[turn];
  // Two turns of a right angle each, added, are again one of the four.
  return { ...mark, x: x + corner.x, y: y + corner.y, turn: ((mark.turn + turn) % 360) as Turn };
}
