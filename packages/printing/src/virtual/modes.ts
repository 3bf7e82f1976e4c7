import type { Font } from '../profiles.ts';

/** Everything that `ESC @` resets. Lengths are in dots. */
export type Modes = {
  font: Font;
  width: number;
  height: number;
  isBold: boolean;
  isDoubleStruck: boolean;
  underline: number;
  isInverted: boolean;
  /** Each character by a right angle, clockwise. */
  isTurned: boolean;
  isUpsideDown: boolean;
  align: 'left' | 'center' | 'right';
  lineSpacing: number;
  characterSpacing: number;
  leftMargin: number;
  printWidth: number | null;
  /** Of each tab, from the left margin. */
  tabs: readonly number[];
  /** Dots of one motion unit. */
  unit: { readonly x: number; readonly y: number };
  encoding: string;
  nationalSet: number;
  /** Two bytes a character; `lead` is the first of a pair. */
  twoByte: { isOn: boolean; lead: number | null; left: number; right: number };
  barcode: { height: number; module: number; text: 'none' | 'above' | 'below' | 'both'; font: Font };
  qr: { module: number; level: 'L' | 'M' | 'Q' | 'H'; data: string };
};

/** A line of 1/6 inch, at eight dots a millimetre. */
export const defaultLineSpacing = 30;
export const defaultUnit = { x: 1, y: 1 };

export function freshModes(): Modes {
  return {
    ...{ font: 'A', width: 1, height: 1, isBold: false, isDoubleStruck: false, underline: 0, isInverted: false },
    ...{ isTurned: false, isUpsideDown: false, align: 'left', lineSpacing: defaultLineSpacing, characterSpacing: 0 },
    ...{ leftMargin: 0, printWidth: null, tabs: everyEighthColumn(), unit: defaultUnit },
    ...{ encoding: 'cp437', nationalSet: 0 },
    twoByte: { isOn: false, lead: null, left: 0, right: 0 },
    barcode: { height: 162, module: 3, text: 'none', font: 'A' },
    qr: { module: 3, level: 'L', data: '' },
  };
}

function everyEighthColumn(): readonly number[] {
  return Array.from({ length: 32 }, (_, at) => (at + 1) * 8 * 12);
}
