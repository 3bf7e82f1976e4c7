import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqrModule from 'jsqr';

// The package is CommonJS: its types call the function `default`, Node hands over the module.
const jsqr = 'default' in jsqrModule ? jsqrModule.default : jsqrModule;

export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  isBlack(x: number, y: number): boolean;
};

export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const picture = await loadImage(png);
  const { width, height } = picture;
  const ink = createCanvas(width, height).getContext('2d');
  ink.drawImage(picture, 0, 0);
  const { data } = ink.getImageData(0, 0, width, height);
  return { width, height, data, isBlack: (x, y) => (data[4 * (y * width + x)] ?? 255) < 128 };
}

/** What the QR code on a picture says, read by a decoder that shares nothing with whoever drew it. */
export async function codeIn(png: Uint8Array): Promise<string | undefined> {
  const { data, width, height } = await pixelsOf(png);
  return jsqr(data, width, height)?.data;
}
