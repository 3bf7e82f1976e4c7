import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { create } from 'qrcode';
import { fonts } from '../profiles.ts';
import type { Mark, Paper } from './paper.ts';

const margin = 36;
/** The knife is above the print head, so the blank before a cut becomes the top of the next slip. */
const headToKnife = 72;
const white = '#fffefb';
const black = '#1b1a19';
/** A fixed-width font of 0.6 em: 20 px are the 12 dots of font A, 15 px the 9 dots of font B. */
const type = { A: { size: 20, base: 18 }, B: { size: 15, base: 13 } } as const;

/** The slip as a PNG, one pixel a dot, as it would lie on the desk. */
export function paperPicture(paper: Paper): Buffer {
  loadFonts();
  const canvas = createCanvas(paper.dots + 2 * margin, paper.height + margin);
  const ink = canvas.getContext('2d');
  ink.fillStyle = white;
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.translate(margin, Math.min(headToKnife, margin + 24));
  for (const mark of paper.marks)
    if (mark.kind === 'qr') drawCode(ink, mark, paper.dots);
    else drawGlyph(ink, mark);
  return canvas.toBuffer('image/png');
}

/** Modules along one side of the code that holds `url`. */
export function qrModules(url: string, level: string): number {
  return create(url, { errorCorrectionLevel: levelOf(level) }).modules.size;
}

function drawGlyph(ink: SKRSContext2D, mark: Mark & { kind: 'glyph' }): void {
  const cell = fonts[mark.font];
  ink.save();
  ink.translate(mark.x, mark.y);
  ink.scale(mark.width, mark.height);
  ink.fillStyle = black;
  if (mark.inverted) ink.fillRect(0, 0, cell.width + 0.5, cell.height);
  if (mark.underlined) ink.fillRect(0, cell.height - 1, cell.width, 1);
  ink.fillStyle = mark.inverted ? white : black;
  ink.font = `${type[mark.font].size}px ${mark.bold ? 'Slip Bold' : 'Slip'}`;
  ink.fillText(mark.char, 0, type[mark.font].base);
  ink.restore();
}

function drawCode(ink: SKRSContext2D, mark: Mark & { kind: 'qr' }, dots: number): void {
  const { modules } = create(mark.url, { errorCorrectionLevel: levelOf(mark.level) });
  const left = Math.floor((dots - modules.size * mark.module) / 2);
  ink.fillStyle = black;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        ink.fillRect(left + column * mark.module, mark.y + row * mark.module, mark.module, mark.module);
}

function levelOf(level: string): 'L' | 'M' | 'Q' | 'H' {
  return level === 'M' || level === 'Q' || level === 'H' ? level : 'L';
}

// A bare machine has no fonts at all, so the slip brings its own.
function loadFonts(): void {
  if (GlobalFonts.has('Slip')) return;
  const files = {
    Slip: import.meta.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2'),
    'Slip Bold': import.meta.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-700-normal.woff2'),
  };
  for (const [name, file] of Object.entries(files)) GlobalFonts.registerFromPath(fileURLToPath(file), name);
}
