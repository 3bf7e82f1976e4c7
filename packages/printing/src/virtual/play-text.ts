import { codePageOf, isNationalSet, signOf, wideSignOf } from './code-pages.ts';
import { count } from './commands.ts';
import { defaultLineSpacing, defaultUnit, freshModes } from './modes.ts';
import { endLine, isLineEmpty, moveTo, type Pen, type Play, putCharacter } from './pen.ts';

const dotsPerInch = 203.2;
const aligns = ['left', 'center', 'right'] as const;

/** One byte of text, which in two-byte mode may be half a character. */
export function playCharacter(pen: Pen, code: number): void {
  const { twoByte, encoding, nationalSet } = pen.modes;
  if (twoByte.lead !== null) {
    const sign = wideSignOf(twoByte.lead, code);
    twoByte.lead = null;
    moveTo(pen, pen.x + twoByte.left);
    putCharacter(pen, sign, true);
    moveTo(pen, pen.x + twoByte.right);
  } else if (twoByte.isOn && code > 0x80) twoByte.lead = code;
  else putCharacter(pen, signOf(code, encoding, nationalSet));
}

/** CR does nothing at a printer that feeds by LF, and NUL nothing at all. */
export function playControl(pen: Pen, code: number): void {
  if (code === 0x0a) endLine(pen, pen.modes.lineSpacing);
  else if (code === 0x09) {
    const next = pen.modes.tabs.find((tab) => tab > pen.x);
    if (next !== undefined) moveTo(pen, next);
  }
}

// Epson heeds these only at the beginning of a line.
const atLineStart =
  (play: Play): Play =>
  (pen, args) => {
    if (isLineEmpty(pen)) play(pen, args);
  };
const isOn = ([n = 0]: readonly number[]): boolean => (n & 1) === 1;

export const textCommands: Readonly<Record<string, Play>> = {
  '\x1b@': (pen) => {
    pen.modes = freshModes();
    pen.line = [];
    pen.x = 0;
    pen.reach = 0;
    pen.stored = null;
  },
  '\x1b!': ({ modes }, [n = 0]) => {
    modes.font = n & 1 ? 'B' : 'A';
    modes.isBold = (n & 8) !== 0;
    modes.height = n & 16 ? 2 : 1;
    modes.width = n & 32 ? 2 : 1;
    modes.underline = n & 128 ? 1 : 0;
  },
  '\x1b ': ({ modes }, [n = 0]) => {
    modes.characterSpacing = Math.round(n * modes.unit.x);
  },
  '\x1b$': (pen, [low, high]) => moveTo(pen, Math.round(count(low, high) * pen.modes.unit.x)),
  '\x1b-': ({ modes }, [n = 0]) => {
    modes.underline = n % 48;
  },
  '\x1b2': ({ modes }) => {
    modes.lineSpacing = defaultLineSpacing;
  },
  '\x1b3': ({ modes }, [n = 0]) => {
    modes.lineSpacing = Math.round(n * modes.unit.y);
  },
  '\x1ba': atLineStart(({ modes }, [n = 0]) => {
    modes.align = aligns[n % 48] ?? 'left';
  }),
  // A buzzer leaves nothing on paper.
  '\x1bB': () => {},
  '\x1bd': (pen, [n = 0]) => endLine(pen, pen.modes.lineSpacing * n),
  '\x1bD': ({ modes }, args) => {
    const column = (modes.font === 'A' ? 12 : 9) * modes.width + modes.characterSpacing;
    modes.tabs = args.slice(0, -1).map((columns) => columns * column);
  },
  '\x1bE': ({ modes }, args) => {
    modes.isBold = isOn(args);
  },
  '\x1bG': ({ modes }, args) => {
    modes.isDoubleStruck = isOn(args);
  },
  '\x1bJ': (pen, [n = 0]) => endLine(pen, Math.round(n * pen.modes.unit.y)),
  '\x1bM': ({ modes }, [n = 0]) => {
    modes.font = n % 48 === 1 ? 'B' : 'A';
  },
  '\x1bR': (pen, [n = 0]) => {
    if (isNationalSet(n)) pen.modes.nationalSet = n;
    else pen.unknown.push([0x1b, 0x52, n]);
  },
  '\x1bt': (pen, [n = 0]) => {
    const page = codePageOf(n);
    if (page) pen.modes.encoding = page;
    else pen.unknown.push([0x1b, 0x74, n]);
  },
  '\x1bV': ({ modes }, [n = 0]) => {
    modes.isTurned = n % 48 > 0;
  },
  '\x1b{': atLineStart(({ modes }, args) => {
    modes.isUpsideDown = isOn(args);
  }),
  '\x1d!': ({ modes }, [n = 0]) => {
    modes.width = ((n >> 4) & 7) + 1;
    modes.height = (n & 7) + 1;
  },
  '\x1dB': ({ modes }, args) => {
    modes.isInverted = isOn(args);
  },
  '\x1dL': atLineStart(({ modes }, [low, high]) => {
    modes.leftMargin = Math.round(count(low, high) * modes.unit.x);
  }),
  '\x1dW': atLineStart(({ modes }, [low, high]) => {
    modes.printWidth = Math.round(count(low, high) * modes.unit.x);
  }),
  '\x1dP': ({ modes }, [x = 0, y = 0]) => {
    modes.unit = { x: x === 0 ? defaultUnit.x : dotsPerInch / x, y: y === 0 ? defaultUnit.y : dotsPerInch / y };
  },
  '\x1dV': (pen, [form = 0, feed = 0]) => {
    endLine(pen, 0);
    pen.cut = form % 2 === 0 ? 'full' : 'partial';
    if (form >= 0x41) {
      pen.cut = form % 2 === 1 ? 'full' : 'partial';
      pen.y += Math.round(feed * pen.modes.unit.y);
    }
  },
  '\x1c&': ({ modes }) => {
    modes.twoByte.isOn = true;
  },
  '\x1c.': ({ modes }) => {
    modes.twoByte.isOn = false;
  },
  '\x1cS': ({ modes }, [left = 0, right = 0]) => {
    modes.twoByte.left = Math.round(left * modes.unit.x);
    modes.twoByte.right = Math.round(right * modes.unit.x);
  },
};
