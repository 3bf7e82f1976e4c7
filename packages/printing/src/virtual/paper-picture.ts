import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { create } from 'qrcode';
import { fonts } from '../profiles.ts';
import { boxOf, type Mark, sizeOf } from './marks.ts';
import type { Paper } from './paper.ts';

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
  const canvas = createCanvas(paper.dots + 2 * margin, paper.height + margin + 24);
  const ink = canvas.getContext('2d');
  ink.fillStyle = white;
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.translate(margin, Math.min(headToKnife, margin + 24));
  ink.beginPath();
  ink.rect(0, 0, paper.dots, paper.height);
  ink.clip();
  for (const mark of paper.marks) drawTurned(ink, mark);
  return canvas.toBuffer('image/png');
}

/** Modules along one side of the code that holds `url`. */
export function qrModules(url: string, level: string): number {
  return create(url, { errorCorrectionLevel: levelOf(level) }).modules.size;
}

function drawTurned(ink: SKRSContext2D, mark: Mark): void {
  const box = boxOf(mark);
  const { width, height } = sizeOf(mark);
  ink.save();
  ink.translate(box.x + box.width / 2, box.y + box.height / 2);
  ink.rotate((mark.turn * Math.PI) / 180);
  ink.translate(-width / 2, -height / 2);
  ink.fillStyle = black;
  draw(ink, mark);
  ink.restore();
}

function draw(ink: SKRSContext2D, mark: Mark): void {
  if (mark.kind === 'glyph') drawGlyph(ink, mark);
  else if (mark.kind === 'bars')
    drawDots(ink, mark.pattern.length, 1, mark.module, mark.height, (x) => mark.pattern[x] === '1');
  else if (mark.kind === 'qr') {
    const { modules } = create(mark.url, { errorCorrectionLevel: levelOf(mark.level) });
    drawDots(ink, modules.size, modules.size, mark.module, mark.module, (x, y) => modules.get(y, x) !== 0);
  } else {
    const rowBytes = Math.ceil(mark.columns / 8);
    const byteAt = (x: number, y: number) => mark.bits[y * rowBytes + (x >> 3)] ?? 0;
    drawDots(
      ink,
      mark.columns,
      mark.rows,
      mark.scaleX,
      mark.scaleY,
      (x, y) => (byteAt(x, y) & (0x80 >> (x & 7))) !== 0,
    );
  }
}

function drawDots(
  ink: SKRSContext2D,
  columns: number,
  rows: number,
  width: number,
  height: number,
  isBlack: (x: number, y: number) => boolean,
): void {
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) if (isBlack(x, y)) ink.fillRect(x * width, y * height, width, height);
}

function drawGlyph(ink: SKRSContext2D, mark: Mark & { kind: 'glyph' }): void {
  const cell = fonts[mark.font];
  const width = cell.width * (mark.isWide ? 2 : 1);
  const spacing = mark.spacing / mark.width;
  ink.scale(mark.width, mark.height);
  if (mark.inverted) ink.fillRect(0, 0, width + spacing + 0.5, cell.height);
  if (mark.underline > 0 && mark.turn === 0)
    ink.fillRect(0, cell.height - mark.underline, width + spacing, mark.underline);
  ink.fillStyle = mark.inverted ? white : black;
  ink.font = `${type[mark.font].size}px ${mark.bold ? 'Slip Bold' : 'Slip'}`;
  ink.fillText(mark.char, 0, type[mark.font].base);
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
