import { dotsPerMm, type PrinterProfile } from './profiles.ts';
import { packRaster, type Raster } from './raster.ts';

/** 25 mm: as high as the number, and less than two seconds of a slow line. */
const highest = 25 * dotsPerMm;

/**
 * A site's logo for one printer, made once and kept: scaled down to fit, centred, its colours as dots. Never enlarged. Throws on
 * what is not a picture.
 */
export async function logoFor(png: Uint8Array, profile: PrinterProfile): Promise<Raster> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(png);
  const scale = Math.min(1, highest / picture.height, profile.dots / picture.width);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const left = Math.floor((profile.dots - width) / 2);
  const ink = createCanvas(width, height).getContext('2d');
  ink.fillStyle = '#fff';
  ink.fillRect(0, 0, width, height);
  ink.drawImage(picture, 0, 0, width, height);
  const black = dither(ink.getImageData(0, 0, width, height).data, width, height);
  return packRaster(left + width, height, (x, y) => x >= left && (black[y * width + x - left] ?? false));
}

// Floyd and Steinberg: an orange or a light blue becomes a pattern of dots where a threshold would make it vanish.
function dither(pixels: Uint8ClampedArray, width: number, height: number): readonly boolean[] {
  const light = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return light.map((_, at) => {
    const is = light[at] ?? 255;
    const isBlack = is < 128;
    const error = is - (isBlack ? 0 : 255);
    const x = at % width;
    const pass = (to: number, share: number) => {
      light[to] = (light[to] ?? 255) + (error * share) / 16;
    };
    if (x + 1 < width) pass(at + 1, 7);
    if (at + width < light.length) {
      if (x > 0) pass(at + width - 1, 3);
      pass(at + width, 5);
      if (x + 1 < width) pass(at + width + 1, 1);
    }
    return isBlack;
  });
}
