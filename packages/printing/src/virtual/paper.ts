import iconv from 'iconv-lite';
import { type Font, fonts } from '../profiles.ts';
import type { Op } from './decoder.ts';

/** What lies on the paper, in dots from its top left corner. */
export type Mark =
  | {
      readonly kind: 'glyph';
      readonly char: string;
      readonly x: number;
      readonly y: number;
      readonly font: Font;
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
      readonly underlined: boolean;
      readonly inverted: boolean;
    }
  | { readonly kind: 'qr'; readonly url: string; readonly level: string; readonly module: number; readonly y: number };

/** One piece of paper: its marks, its length, and what went wrong on it. `overflow`: lines that the printer had to break. */
export type Paper = {
  readonly dots: number;
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly overflow: number;
  readonly unknown: readonly (readonly number[])[];
};

type Style = { font: Font; width: number; height: number; bold: boolean; underlined: boolean; inverted: boolean };
type Align = 'left' | 'center' | 'right';

const plain: Style = { font: 'A', width: 1, height: 1, bold: false, underlined: false, inverted: false };
const aligns: readonly Align[] = ['left', 'center', 'right'];
const codePages: Readonly<Record<number, string>> = { 0: 'cp437', 2: 'cp850', 16: 'cp1252', 19: 'cp858' };
const defaultSpacing = 30;

/** Plays the ops of one slip onto paper `dots` wide. */
export function printOn(dots: number, ops: readonly Op[], qrModules: (url: string, level: string) => number): Paper {
  const marks: Mark[] = [];
  const unknown: (readonly number[])[] = [];
  let overflow = 0;
  let style = { ...plain };
  let align: Align = 'left';
  let spacing = defaultSpacing;
  let encoding = 'cp437';
  let y = 0;
  let line: { char: string; x: number; style: Style }[] = [];
  let lineWidth = 0;
  const qr = { module: 3, level: 'L', url: '' };

  const endLine = (feed: number) => {
    const tallest = Math.max(0, ...line.map((glyph) => fonts[glyph.style.font].height * glyph.style.height));
    const start = align === 'left' ? 0 : Math.floor((dots - lineWidth) / (align === 'center' ? 2 : 1));
    for (const { char, x, style: worn } of line)
      marks.push({
        kind: 'glyph',
        char,
        x: start + x,
        y: y + tallest - fonts[worn.font].height * worn.height,
        ...worn,
      });
    y += Math.max(feed, tallest);
    line = [];
    lineWidth = 0;
  };
  const put = (code: number) => {
    const advance = fonts[style.font].width * style.width;
    if (lineWidth + advance > dots) {
      overflow += 1;
      endLine(spacing);
    }
    line.push({ char: iconv.decode(Buffer.of(code), encoding), x: lineWidth, style: { ...style } });
    lineWidth += advance;
  };
  const reset = () => {
    style = { ...plain };
    align = 'left';
    spacing = defaultSpacing;
    encoding = 'cp437';
    line = [];
    lineWidth = 0;
  };
  const code2d = (args: readonly number[]) => {
    const [family, , , symbol, what, value = 0] = args;
    if (family !== 0x6b || symbol !== 0x31) return;
    if (what === 0x43) qr.module = value;
    else if (what === 0x45) qr.level = 'LMQH'[value - 0x30] ?? 'L';
    else if (what === 0x50) qr.url = Buffer.from(args.slice(6)).toString('latin1');
    else if (what === 0x51 && qr.url !== '') {
      marks.push({ kind: 'qr', url: qr.url, level: qr.level, module: qr.module, y });
      y += qrModules(qr.url, qr.level) * qr.module;
    }
  };
  const play: Readonly<Record<string, (args: readonly number[]) => void>> = {
    '\x1b@': reset,
    '\x1b!': ([n = 0]) => {
      style.font = n & 1 ? 'B' : 'A';
      style.bold = (n & 8) !== 0;
      style.height = n & 16 ? 2 : 1;
      style.width = n & 32 ? 2 : 1;
    },
    '\x1b-': ([n = 0]) => {
      style.underlined = n % 48 > 0;
    },
    '\x1b2': () => {
      spacing = defaultSpacing;
    },
    '\x1b3': ([n = 0]) => {
      spacing = n;
    },
    '\x1ba': ([n = 0]) => {
      align = aligns[n % 48] ?? 'left';
    },
    '\x1bd': ([n = 0]) => endLine(spacing * n),
    '\x1bJ': ([n = 0]) => endLine(n),
    '\x1bE': ([n = 0]) => {
      style.bold = (n & 1) === 1;
    },
    '\x1bM': ([n = 0]) => {
      style.font = n % 48 === 1 ? 'B' : 'A';
    },
    '\x1bt': ([n = 0]) => {
      encoding = codePages[n] ?? 'cp437';
    },
    '\x1d!': ([n = 0]) => {
      style.width = (n >> 4) + 1;
      style.height = (n & 7) + 1;
    },
    '\x1dB': ([n = 0]) => {
      style.inverted = (n & 1) === 1;
    },
    '\x1d(': code2d,
  };
  for (const op of ops) {
    if (op.kind === 'character') put(op.code);
    else if (op.kind === 'control' && op.code === 0x0a) endLine(spacing);
    else if (op.kind === 'command') play[op.name]?.(op.args);
    else if (op.kind === 'unknown') unknown.push(op.bytes);
  }
  endLine(0);
  return { dots, marks, height: y, overflow, unknown };
}
