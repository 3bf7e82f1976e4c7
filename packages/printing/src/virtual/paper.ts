import { dotsPerMm } from '../profiles.ts';
import type { Op } from './decoder.ts';
import type { Mark } from './marks.ts';
import { endLine, newPen, type Pen, type Play, putCharacter, takeNewPaper } from './pen.ts';
import { codeCommands, playQr } from './play-codes.ts';
import { graphicsCommands, playStoredGraphics } from './play-graphics.ts';
import { pageCommands, playPageControl } from './play-page.ts';
import { playCharacter, playControl, textCommands } from './play-text.ts';

/** One piece of paper: its marks, its length, and what went wrong on it. */
export type Paper = {
  readonly dots: number;
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly millimetres: number;
  readonly cut: 'full' | 'partial' | 'none';
  /** Lines that the printer had to break, and pictures wider than the paper. */
  readonly overflow: number;
  /** Each command as a manual writes it, `GS ! 119`; long data are counted. */
  readonly commands: readonly string[];
  /** What nobody has checked: a test of a job expects none. */
  readonly unknown: readonly (readonly number[])[];
};

/** Paper that is being printed on. */
export type Sheet = {
  play(op: Op): void;
  /** Dots that have left the head so far. */
  height(): number;
  /** What has left the head so far; a line that is not full yet still waits in the printer. */
  paper(): Paper;
  /** The same with that line; the next paper begins behind it, in the modes of this one. */
  tearOff(): Paper;
};

const testPrint: Play = (pen) => {
  if (pen.x > 0) endLine(pen, pen.modes.lineSpacing);
  for (const sign of '*** TEST PRINT ***') putCharacter(pen, sign);
  endLine(pen, pen.modes.lineSpacing);
};

/** `GS (` by the letter behind it. */
const extended: Readonly<Record<number, Play>> = {
  65: testPrint,
  76: playStoredGraphics,
  107: playQr,
};

const plays: Readonly<Record<string, Play>> = {
  ...textCommands,
  ...pageCommands,
  ...graphicsCommands,
  ...codeCommands,
  '\x1d(': (pen, args) => {
    const play = extended[args[0] ?? 0];
    if (play) play(pen, args);
    else pen.unknown.push([0x1d, 0x28, ...args]);
  },
};

/** What is known and has no play is a question that the device could not answer. */
function playCommand(pen: Pen, name: string, args: readonly number[]): void {
  const play = plays[name];
  if (play) play(pen, args);
  else pen.unknown.push([...Buffer.from(name, 'latin1'), ...args]);
}

/** A new sheet below the head, `dots` wide; `qrModules` is how many modules a code of these data has along one side. */
export function openSheet(dots: number, qrModules: Pen['qrModules']): Sheet {
  const pen = newPen(dots, qrModules);
  let commands: string[] = [];
  const height = () => (pen.page?.standard ?? pen).y;
  const paper = (): Paper => ({
    ...{ dots, marks: [...(pen.page?.standard ?? pen).marks], height: height(), millimetres: height() / dotsPerMm },
    ...{ cut: pen.cut, overflow: pen.overflow, commands: [...commands], unknown: [...pen.unknown] },
  });
  return {
    play(op) {
      if (op.kind === 'character') playCharacter(pen, op.code);
      else if (op.kind === 'unknown') pen.unknown.push(op.bytes);
      else if (op.kind === 'control') {
        playControl(pen, op.code);
        playPageControl(pen, op.code);
      } else {
        commands.push(written(op.name, op.args));
        playCommand(pen, op.name, op.args);
      }
    },
    height,
    paper,
    tearOff() {
      if (!pen.page) endLine(pen, 0);
      const torn = paper();
      takeNewPaper(pen);
      commands = [];
      return torn;
    },
  };
}

/** Plays the ops of one slip onto paper `dots` wide. */
export function printOn(dots: number, ops: readonly Op[], qrModules: Pen['qrModules']): Paper {
  const sheet = openSheet(dots, qrModules);
  for (const op of ops) sheet.play(op);
  return sheet.tearOff();
}

const introducers: Readonly<Record<string, string>> = { '\x1b': 'ESC', '\x1c': 'FS', '\x1d': 'GS' };
const longestWritten = 12;

function written([first = '', second = '']: string, args: readonly number[]): string {
  const name = `${introducers[first]} ${second === ' ' ? 'SP' : second}`;
  const said = args.length > longestWritten ? [`(${args.length} bytes)`] : args;
  return [name, ...said].join(' ');
}
