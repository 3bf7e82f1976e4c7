import { barcodeOf } from './barcode-bars.ts';
import { sizeOf } from './marks.ts';
import { freshModes } from './modes.ts';
import { endLine, layBlock, moveTo, type Pen, type Play, printable, putCharacter } from './pen.ts';

const levels = ['L', 'M', 'Q', 'H'] as const;
const textPlaces = ['none', 'above', 'below', 'both'] as const;

export const codeCommands: Readonly<Record<string, Play>> = {
  '\x1dH': ({ modes }, [n = 0]) => {
    modes.barcode.text = textPlaces[n % 48] ?? 'none';
  },
  '\x1df': ({ modes }, [n = 0]) => {
    modes.barcode.font = n % 48 === 1 ? 'B' : 'A';
  },
  '\x1dh': ({ modes }, [n = 0]) => {
    modes.barcode.height = Math.max(1, n);
  },
  '\x1dw': ({ modes }, [n = 0]) => {
    modes.barcode.module = Math.min(6, Math.max(1, n));
  },
  '\x1dk': (pen, [system = 0, ...rest]) => {
    const barcode = barcodeOf(system, system <= 6 ? rest.slice(0, -1) : rest.slice(1));
    if (!barcode) return void pen.unknown.push([0x1d, 0x6b, system, ...rest]);
    const { module, height, text } = pen.modes.barcode;
    const bars = { kind: 'bars', ...barcode, module, height, x: 0, y: 0, turn: 0, line: 0 } as const;
    if (text === 'above' || text === 'both') layText(pen, barcode.text, sizeOf(bars).width);
    layBlock(pen, bars);
    if (text === 'below' || text === 'both') layText(pen, barcode.text, sizeOf(bars).width);
  },
};

/** `GS ( k`: a QR code is set up, stored and printed by functions of symbol 49. Other symbols are unknown. */
export const playQr: Play = (pen, args) => {
  const [, , , symbol, what, value = 0] = args;
  const { qr } = pen.modes;
  if (symbol !== 49) return void pen.unknown.push([0x1d, 0x28, ...args]);
  if (what === 65) return;
  if (what === 67) qr.module = value;
  else if (what === 69) qr.level = levels[value - 48] ?? 'L';
  else if (what === 80) qr.data = Buffer.from(args.slice(6)).toString('utf8');
  else if (what !== 81) pen.unknown.push([0x1d, 0x28, ...args]);
  else if (qr.data !== '') {
    const modules = pen.qrModules(qr.data, qr.level);
    layBlock(pen, {
      ...{ kind: 'qr', url: qr.data, level: qr.level, module: qr.module, modules, x: 0, y: 0, turn: 0, line: 0 },
    });
  }
};

/** The text of a barcode, in the middle of bars `width` wide. */
function layText(pen: Pen, text: string, width: number): void {
  const { modes } = pen;
  const { left, width: room } = printable(pen);
  const free = modes.align === 'left' ? 0 : (room - width) / (modes.align === 'center' ? 2 : 1);
  const { font } = modes.barcode;
  if (pen.x > 0) endLine(pen, 0);
  pen.modes = { ...freshModes(), leftMargin: left, printWidth: room, font };
  moveTo(pen, Math.max(0, Math.floor(free + (width - text.length * (font === 'A' ? 12 : 9)) / 2)));
  for (const sign of text) putCharacter(pen, sign);
  endLine(pen, 0);
  pen.modes = modes;
}
