import type { Font } from '../profiles.ts';
import { type Area, boxOf, type Mark, type Turn, turned } from './marks.ts';
import { freshModes, type Modes } from './modes.ts';

/** Page mode: what was laid on the page so far, and what waits beneath it in standard mode. */
export type Page = {
  standard: { readonly marks: Mark[]; readonly y: number; readonly dots: number };
  placed: Mark[];
  area: Area;
  turn: Turn;
};

/** The state of a print job: how the next character looks, where it goes, and what lies on the paper already. */
export type Pen = {
  /** Width of the head, or of the page's area as its text runs. */
  dots: number;
  marks: Mark[];
  /** Top of the current line. */
  y: number;
  /** Place in the current line, from the left margin, and how far the line has reached. */
  x: number;
  reach: number;
  line: Mark[];
  lines: number;
  overflow: number;
  cut: 'full' | 'partial' | 'none';
  modes: Modes;
  page: Page | null;
  /** A picture of `GS ( L` that waits for the order to print. */
  stored: { readonly columns: number; readonly rows: number; readonly bits: Uint8Array; readonly scale: Scale } | null;
  unknown: (readonly number[])[];
  readonly qrModules: (url: string, level: string) => number;
};

type Scale = { readonly x: number; readonly y: number };

/** What a command does to the pen. */
export type Play = (pen: Pen, args: readonly number[]) => void;

export function newPen(dots: number, qrModules: Pen['qrModules']): Pen {
  return {
    ...{ dots, marks: [], y: 0, x: 0, reach: 0, line: [], lines: 0, overflow: 0, cut: 'none', unknown: [] },
    ...{ modes: freshModes(), page: null, stored: null, qrModules },
  };
}

/** The paper was cut off; modes, a page that is being made and a stored picture stay. */
export function takeNewPaper(pen: Pen): void {
  if (pen.page) pen.page.standard = { ...pen.page.standard, marks: [], y: 0 };
  else Object.assign(pen, { marks: [], y: 0, x: 0, reach: 0, line: [] });
  Object.assign(pen, { lines: 0, overflow: 0, cut: 'none', unknown: [] });
}

/** Left margin and width of what may be printed on, in dots. */
export function printable({ modes, dots }: Pen): { left: number; width: number } {
  const left = Math.min(modes.leftMargin, dots);
  return { left, width: Math.min(modes.printWidth ?? dots, dots - left) };
}

export function isLineEmpty(pen: Pen): boolean {
  return pen.line.length === 0 && pen.x === 0;
}

/** Prints the current line and feeds at least `feed` dots, more where the line is taller. */
export function endLine(pen: Pen, feed: number): void {
  const { left, width } = printable(pen);
  const tallest = Math.max(0, ...pen.line.map((mark) => boxOf(mark).height));
  const start = left + alignedIn(pen, width, pen.reach);
  const line = pen.line.map((mark) => ({ ...mark, x: start + mark.x, y: tallest - boxOf(mark).height }));
  const head = { width: 2 * left + width, height: tallest };
  const turn = pen.modes.isUpsideDown ? 180 : 0;
  pen.marks.push(...line.map((mark) => turned(mark, head, turn, 0, pen.y)));
  pen.y += Math.max(feed, tallest);
  pen.x = 0;
  pen.reach = 0;
  if (pen.line.length > 0) pen.lines += 1;
  pen.line = [];
}

/** Lays a block of its own, as a picture or a code, below what is printed already. */
export function layBlock(pen: Pen, block: Mark): void {
  if (!isLineEmpty(pen)) endLine(pen, 0);
  const box = boxOf(block);
  const { left, width } = printable(pen);
  if (box.width > width) pen.overflow += 1;
  pen.marks.push({ ...block, x: left + alignedIn(pen, width, box.width), y: pen.y, line: pen.lines });
  pen.y += box.height;
  pen.lines += 1;
}

/** Puts one character at the end of the line; a line that is full is printed first. */
export function putCharacter(pen: Pen, char: string, isWide = false, font: Font = pen.modes.font): void {
  const { modes } = pen;
  const spacing = modes.characterSpacing * modes.width;
  const mark: Mark = {
    ...{ kind: 'glyph', char, font, isWide, width: modes.width, height: modes.height, spacing },
    ...{ bold: modes.isBold || modes.isDoubleStruck, underline: modes.underline, inverted: modes.isInverted },
    ...{ x: pen.x, y: 0, turn: modes.isTurned ? 90 : 0, line: pen.lines },
  };
  const advance = boxOf(mark).width;
  if (pen.x + advance > printable(pen).width) {
    pen.overflow += 1;
    endLine(pen, modes.lineSpacing);
  }
  pen.line.push({ ...mark, x: pen.x, line: pen.lines });
  moveTo(pen, pen.x + advance + spacing);
}

export function moveTo(pen: Pen, x: number): void {
  pen.x = x;
  pen.reach = Math.max(pen.reach, x);
}

function alignedIn(pen: Pen, width: number, used: number): number {
  if (pen.modes.align === 'left') return 0;
  return Math.floor(Math.max(0, width - used) / (pen.modes.align === 'center' ? 2 : 1));
}
