import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { BringList } from './bring-list.ts';
import { layOutBringList } from './bring-list-layout.ts';
import { dotsPerMm, fonts, type PrinterProfile } from './profiles.ts';
import { type Raster, rasterCommand } from './raster.ts';
import type { Slip } from './slip.ts';
import { layOutSlip } from './slip-layout.ts';
import { gap, type LineStyle, type SlipLine } from './slip-lines.ts';

/** A slip as the printer takes it. `paperMm` is what it will use of the roll, the feed before the cut included. */
export type SlipJob = { readonly bytes: Uint8Array; readonly paperMm: number };

export const qrModuleDots = 6;
const defaultSpacing = 30;
/** The knife sits above the print head: without this feed it would cut through the last lines. */
const linesBeforeCut = 4;
/** A version 4 code with its modules of 6 dots; for the length of the paper, an upper bound is enough. */
const qrDots = 33 * qrModuleDots;

/** The bytes of one slip, cut included, built by node-thermal-printer and sent by nobody here. */
export function slipJob(slip: Slip, profile: PrinterProfile, logo: Raster | null = null): SlipJob {
  return jobOf(layOutSlip(slip, profile), profile, logo);
}

/** The bytes of one list of what to bring. */
export function bringListJob(list: BringList, profile: PrinterProfile, logo: Raster | null = null): SlipJob {
  return jobOf(layOutBringList(list, profile), profile, logo);
}

function jobOf(below: readonly SlipLine[], profile: PrinterProfile, logo: Raster | null): SlipJob {
  const lines = logo === null ? below : [{ kind: 'raster', raster: logo } as const, gap(12), ...below];
  const printer = byteBuilder();
  let before: LineStyle | null = null;
  let spacing = defaultSpacing;
  const space = (dots: number) => {
    if (dots !== spacing) printer.setLineSpacing(dots);
    spacing = dots;
  };
  for (const line of lines) {
    if (line.kind === 'gap') {
      space(line.dots);
      printer.newLine();
    } else if (line.kind === 'qr') {
      printer.alignCenter();
      before = null;
      printer.printQR(line.url, { model: 2, cellSize: qrModuleDots, correction: 'M' });
    } else if (line.kind === 'raster') {
      // A picture has its own margin on the left, because not every printer centres one.
      printer.alignLeft();
      before = null;
      printer.append(rasterCommand(line.raster));
    } else {
      space(heightOf(line));
      restyle(printer, before, line.style);
      before = line.style;
      printer.println(line.text);
    }
  }
  space(defaultSpacing);
  const feed = { verticalTabAmount: linesBeforeCut / 4 };
  if (profile.cut === 'full') printer.cut(feed);
  else printer.partialCut(feed);
  const dots = lines.reduce((sum, line) => sum + heightOf(line), 0);
  return { bytes: printer.getBuffer(), paperMm: (dots + linesBeforeCut * defaultSpacing) / dotsPerMm };
}

function byteBuilder(): ThermalPrinter {
  // The library's own senders call a job printed when the kernel has taken its bytes, so it gets one that refuses. Its type
  // says `string`, its factory takes any object: hence the only cast.
  const noSender = {
    execute: () => Promise.reject(new Error('the transport sends, the library does not')),
    isPrinterConnected: () => Promise.resolve(false),
  };
  return new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: noSender as unknown as string,
    characterSet: CharacterSet.PC858_EURO,
    breakLine: BreakLine.NONE,
  });
}

function heightOf(line: SlipLine): number {
  if (line.kind === 'gap') return line.dots;
  if (line.kind === 'qr') return qrDots;
  if (line.kind === 'raster') return line.raster.height;
  const { font, height } = line.style;
  return fonts[font].height * height + (font === 'A' ? 5 : 7);
}

function restyle(printer: ThermalPrinter, before: LineStyle | null, style: LineStyle): void {
  if (before?.align !== style.align) style.align === 'center' ? printer.alignCenter() : printer.alignLeft();
  if (before?.font !== style.font) style.font === 'A' ? printer.setTypeFontA() : printer.setTypeFontB();
  if (before?.bold !== style.bold) printer.bold(style.bold);
  if (before?.inverted !== style.inverted) printer.invert(style.inverted);
  if (before?.height !== style.height || before.width !== style.width)
    // The library sends the first figure as the width and the second as the height, whatever it calls them.
    printer.setTextSize(style.width - 1, style.height - 1);
}
