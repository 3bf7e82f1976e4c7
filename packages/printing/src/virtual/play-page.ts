import { count } from './commands.ts';
import { type Area, boxOf, type Turn, turned } from './marks.ts';
import { endLine, isLineEmpty, type Page, type Pen, type Play } from './pen.ts';

/** The longest page of a common model. */
const pageHeight = 1_662;
/** The directions of `ESC T`: to the right, up, upside down to the left, down. */
const turns: readonly Turn[] = [0, 270, 180, 90];

/** FF prints the page and leaves page mode, CAN wipes it; in standard mode both do nothing. */
export function playPageControl(pen: Pen, code: number): void {
  if (!pen.page) return;
  if (code === 0x18) {
    pen.page.placed = [];
    beginArea(pen, pen.page);
  } else if (code === 0x0c) {
    layArea(pen, pen.page);
    const { placed } = pen.page;
    leave(pen, pen.page);
    pen.marks.push(...placed.map((mark) => ({ ...mark, y: mark.y + pen.y })));
    pen.y += Math.max(0, ...placed.map(boxOf).map(({ y, height }) => y + height));
  }
}

export const pageCommands: Readonly<Record<string, Play>> = {
  '\x1bL': (pen) => {
    if (pen.page || !isLineEmpty(pen)) return;
    const { marks, y, dots } = pen;
    pen.page = {
      standard: { marks, y, dots },
      placed: [],
      area: { x: 0, y: 0, width: dots, height: pageHeight },
      turn: 0,
    };
    beginArea(pen, pen.page);
  },
  '\x1bS': (pen) => {
    if (pen.page) leave(pen, pen.page);
  },
  '\x1bT': (pen, [n = 0]) => inArea(pen, { turn: turns[n % 48] ?? 0 }),
  '\x1bW': (pen, args) => {
    const { unit } = pen.modes;
    const [x = 0, y = 0, width = 0, height = 0] = [0, 2, 4, 6].map((at) => count(args[at], args[at + 1]));
    inArea(pen, { area: { x: x * unit.x, y: y * unit.y, width: width * unit.x, height: height * unit.y } });
  },
};

function inArea(pen: Pen, changes: { readonly area?: Area; readonly turn?: Turn }): void {
  if (!pen.page) return;
  layArea(pen, pen.page);
  Object.assign(pen.page, changes);
  beginArea(pen, pen.page);
}

/** Lays what was written in the area onto the page, turned as the area is. */
function layArea(pen: Pen, page: Page): void {
  endLine(pen, 0);
  const { area, turn } = page;
  page.placed.push(...pen.marks.map((mark) => turned(mark, innerSize(page), turn, area.x, area.y)));
}

function beginArea(pen: Pen, page: Page): void {
  pen.marks = [];
  pen.line = [];
  pen.x = 0;
  pen.reach = 0;
  pen.y = 0;
  pen.dots = innerSize(page).width;
}

function innerSize({ area, turn }: Page): { width: number; height: number } {
  return turn === 90 || turn === 270
    ? { width: area.height, height: area.width }
    : { width: area.width, height: area.height };
}

function leave(pen: Pen, page: Page): void {
  pen.marks = page.standard.marks;
  pen.y = page.standard.y;
  pen.dots = page.standard.dots;
  pen.line = [];
  pen.x = 0;
  pen.reach = 0;
  pen.page = null;
}
