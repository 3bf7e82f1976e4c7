import { createHash } from 'node:crypto';
import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';

/** An agency's sign, named by its content so that a kiosk may keep it for ever. */
export type Logo = { readonly agencyId: string; readonly file: string; readonly type: string; readonly bytes: Buffer };

const mostBytes = 200 * 1_024;
/** Beyond this a picture of few bytes would still fill the memory of a kiosk. */
const mostPixels = 1_024;

/** The logos in a folder: `DKC.png` or `DKC.svg` for the agency DKC. What is no picture by its content, or too large, is left out. */
export async function logosIn(folder: string, agencyIds: readonly string[]): Promise<readonly Logo[]> {
  const found = new Map<string, Logo>();
  for (const name of (await readdir(folder)).toSorted()) {
    const agencyId = agencyIds.find((id) => id === path.parse(name).name);
    const as = kinds[path.extname(name).toLowerCase()];
    if (agencyId === undefined || !as) continue;
    // Somebody may be changing the folder at this moment.
    const bytes = await readPlain(path.join(folder, name)).catch(() => null);
    if (bytes === null || !as.isIt(bytes)) continue;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    found.set(agencyId, { agencyId, file: `${hash}${as.end}`, type: as.type, bytes });
  }
  return [...found.values()];
}

const kinds: Readonly<Record<string, { end: string; type: string; isIt: (bytes: Buffer) => boolean }>> = {
  '.png': { end: '.png', type: 'image/png', isIt: isPng },
  '.svg': { end: '.svg', type: 'image/svg+xml', isIt: isHarmlessSvg },
};

/** A file of the folder itself, not a link to one elsewhere. */
async function readPlain(file: string): Promise<Buffer | null> {
  const facts = await lstat(file);
  if (!facts.isFile() || facts.size === 0 || facts.size > mostBytes) return null;
  await using handle = await open(file, 'r');
  const bytes = await handle.readFile();
  return bytes.length > mostBytes ? null : bytes;
}

function isPng(bytes: Buffer): boolean {
  if (bytes.length < 33 || bytes.toString('latin1', 0, 16) !== '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') return false;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > 0 && height > 0 && width <= mostPixels && height <= mostPixels;
}

// An image runs no scripts and loads nothing; these are refused all the same, for whoever opens the file by itself.
const harmful =
  /<script|<foreignObject|<!DOCTYPE|<!ENTITY|<iframe|<handler|\son\w+\s*=|javascript:|href\s*=\s*["'](?!#|data:image\/(?:png|jpeg))/i;

function isHarmlessSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) && !harmful.test(text);
}
