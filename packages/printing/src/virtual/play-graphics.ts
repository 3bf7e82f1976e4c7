import { count } from './commands.ts';
import { layBlock, type Pen, type Play } from './pen.ts';

type Bits = { readonly columns: number; readonly rows: number; readonly bits: Uint8Array };

export const graphicsCommands: Readonly<Record<string, Play>> = {
  '\x1dv': (pen, [form = 0, scale = 0, ...rest]) => {
    if (form !== 0x30) return void pen.unknown.push([0x1d, 0x76, form]);
    const [xl, xh, yl, yh, ...bits] = rest;
    const picture = { columns: 8 * count(xl, xh), rows: count(yl, yh), bits: Uint8Array.from(bits) };
    layRaster(pen, picture, scale & 1 ? 2 : 1, scale & 2 ? 2 : 1);
  },
};

/** `GS ( L`: functions 112, store a picture as rows of bits, and 2 or 50, print what is stored. Others are unknown. */
export const playStoredGraphics: Play = (pen, args) => {
  const [, , , , code = 0, tone, x = 0, y = 0, , xl, xh, yl, yh, ...bits] = args;
  if (code === 112 && tone === 48)
    pen.stored = {
      ...{ columns: count(xl, xh), rows: count(yl, yh), bits: Uint8Array.from(bits) },
      scale: { x, y },
    };
  else if (code !== 2 && code !== 50) pen.unknown.push([0x1d, 0x28, ...args.slice(0, 6)]);
  else if (pen.stored) {
    layRaster(pen, pen.stored, pen.stored.scale.x, pen.stored.scale.y);
    pen.stored = null;
  }
};

function layRaster(pen: Pen, { columns, rows, bits }: Bits, scaleX: number, scaleY: number): void {
  layBlock(pen, { kind: 'raster', columns, rows, bits, scaleX, scaleY, x: 0, y: 0, turn: 0, line: 0 });
}
