/** A picture as a printer takes it: rows of `width / 8` bytes from the top, a set bit is a black dot. */
export type Raster = { readonly width: number; readonly height: number; readonly rows: Uint8Array };

const mostColumns = 0xff * 8;
/** Bytes that a printer obeys at once wherever they stand, in a picture too: status questions, recover, clear buffers. */
const realTime: readonly number[] = [0x04, 0x05, 0x14];

/** Packs dots, row by row from the top. The width grows to whole bytes. */
export function packRaster(width: number, height: number, isBlack: (x: number, y: number) => boolean): Raster {
  const bytes = Math.ceil(width / 8);
  if (bytes * 8 > mostColumns) throw new Error(`a picture of ${width} dots is wider than any roll`);
  const rows = new Uint8Array(bytes * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isBlack(x, y)) rows[y * bytes + (x >> 3)] = (rows[y * bytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  // One black dot more is not seen; half a slip lost to a command that was never meant is.
  for (const [at, byte] of rows.entries()) if (byte === 0x10 && realTime.includes(rows[at + 1] ?? 0)) rows[at] = 0x30;
  return { width: bytes * 8, height, rows };
}

/** GS v 0, in one block. */
export function rasterCommand({ width, height, rows }: Raster): Buffer {
  const head = [0x1d, 0x76, 0x30, 0, width / 8, 0, height & 0xff, height >> 8];
  return Buffer.concat([Buffer.from(head), rows]);
}
