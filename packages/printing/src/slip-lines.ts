import { counterRanges } from '@antrean/domain';
import { canDraw, drawText } from './drawn-text.ts';
import { type Font, fonts, type PrinterProfile } from './profiles.ts';
import type { Raster } from './raster.ts';
import type { Letterhead, Name, SlipPlace } from './slip.ts';
import { isAscii, printable, wrap } from './slip-text.ts';
import { complaintsTo, english, indonesian, type SlipWords } from './slip-words.ts';

export type LineStyle = {
  readonly font: Font;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly inverted: boolean;
  readonly align: 'left' | 'center';
};

/** One line of the paper, already wrapped: the printer is never left to break it. */
export type SlipLine =
  | { readonly kind: 'text'; readonly text: string; readonly style: LineStyle }
  | { readonly kind: 'raster'; readonly raster: Raster }
  | { readonly kind: 'gap'; readonly dots: number }
  | { readonly kind: 'qr'; readonly url: string };

export const body: LineStyle = { font: 'A', width: 1, height: 1, bold: false, inverted: false, align: 'left' };
export const strong: LineStyle = { ...body, bold: true };
export const tall: LineStyle = { ...strong, height: 2 };
export const small: LineStyle = { ...body, font: 'B' };
export const centred = (style: LineStyle): LineStyle => ({ ...style, align: 'center' });
export const gap = (dots: number): SlipLine => ({ kind: 'gap', dots });

/** Puts a mark into the indent of the first line. */
export function marked(mark: string, lines: readonly SlipLine[]): SlipLine[] {
  return lines.map((line, at) =>
    at === 0 && line.kind === 'text' ? { ...line, text: mark + line.text.slice(mark.length) } : line,
  );
}

/** `Siapkan / Have ready:`; what follows the colon is said once where it is the same. */
function inOne(indonesian: string, english: string): string {
  const [own = '', ofOwn] = indonesian.split(/(?=:)/);
  const [theirs = '', ofTheirs] = english.split(/(?=:)/);
  return ofOwn !== undefined && ofOwn === ofTheirs ? `${own} / ${theirs}${ofOwn}` : `${indonesian} / ${english}`;
}

export type Writer = ReturnType<typeof writer>;

/** Wraps for one profile, and adds the visitor's second language to each label. */
export function writer({ secondLanguage }: Letterhead, profile: PrinterProfile) {
  const isNarrow = profile.columns.A < 42;

  const text = (words: string, style: LineStyle = body, indent = 0): SlipLine[] => {
    const line = printable(words, canDraw);
    const drawn: LineStyle = { ...style, font: 'A' };
    const columns =
      Math.floor(profile.columns[isAscii(line) ? style.font : 'A'] / style.width) - Math.ceil(indent / style.width);
    return wrap(line, columns).map((part) =>
      isAscii(part)
        ? { kind: 'text', text: ' '.repeat(Math.ceil(indent / style.width)) + part, style }
        : { kind: 'raster', raster: drawText(part, drawn, indent * fonts.A.width, profile.dots) },
    );
  };

  const isOneLine = (line: string, { font, width }: LineStyle, indent: number) =>
    line.length + indent <= Math.floor(profile.columns[font] / width);

  /** A label in both languages: on one line where it fits, else the second below the first. */
  const said = (say: (words: SlipWords) => string, style: LineStyle = body, indent = 0): SlipLine[] => {
    if (secondLanguage === null || say(indonesian) === say(english)) return text(say(indonesian), style, indent);
    const both = inOne(say(indonesian), say(english));
    if (isOneLine(both, style, indent)) return text(both, style, indent);
    return [...text(say(indonesian), style, indent), ...text(say(english), style, indent)];
  };

  /** A name or a fact; where its second language stands plain below it, the first is strong, so that the eye keeps them apart. */
  const named = (name: Name, style: LineStyle, indent = 0): SlipLine[] =>
    secondLanguage === null || name.en === name.id
      ? text(name.id, style, indent)
      : [
          ...text(name.id, { ...style, bold: true }, indent),
          ...text(name.en, { ...style, bold: false, width: 1, height: 1 }, indent),
        ];

  /** A name in both languages where they share a line, else in the visitor's alone, so that it takes no more paper. */
  const shortly = ({ id, en }: Name, style: LineStyle, indent: number): SlipLine[] => {
    if (secondLanguage === null || id === en) return text(id, style, indent);
    const both = `${id} / ${en}`;
    return text(isOneLine(both, style, indent) ? both : en, style, indent);
  };

  const badge = (say: (words: SlipWords) => string): SlipLine[] => {
    const words = secondLanguage === null ? ` ${say(indonesian)} ` : ` ${say(indonesian)} / ${say(english)} `;
    const width = words.length * 2 <= profile.columns.A ? 2 : 1;
    return [{ kind: 'text', text: words, style: { ...centred(tall), width, inverted: true } }, gap(8)];
  };

  const rule = (): SlipLine[] => [gap(4), ...text('-'.repeat(profile.columns.A)), gap(4)];

  /** Where to go, twice as large; on two lines where the zone and its counters do not fit on one. */
  const largePlace = (place: SlipPlace, indent: number): SlipLine[] => {
    const columns = Math.floor(profile.columns.A / 2) - Math.ceil(indent / 2);
    const parts = placeParts(place, indonesian);
    const cuts = [[parts.join(', ')], parts.map((part, at) => (at < parts.length - 1 ? `${part},` : part))];
    const wide = cuts.find((lines) => lines.every((line) => line.length <= columns));
    return [
      ...(wide
        ? wide.flatMap((line) => text(line, { ...tall, width: 2 }, indent))
        : text(parts.join(', '), tall, indent)),
      ...(secondLanguage === null ? [] : text(placeParts(place, english).join(', '), body, indent)),
    ];
  };

  /** What the mall owes to everybody who holds a paper of it, and small below it whose paper this is. */
  const foot = (...last: readonly string[]): SlipLine[] => {
    const onOne = last.join(', ');
    return [
      ...said((words) => words.noFees, centred(small)),
      ...(isNarrow ? [] : said((words) => words.payments, centred(small))),
      ...(isNarrow ? [] : said((words) => `${words.complaints} ${complaintsTo}`, centred(small))),
      gap(8),
      ...(onOne.length <= profile.columns.B ? [onOne] : last).flatMap((line) => text(line, centred(small))),
    ];
  };

  return { text, said, named, shortly, badge, rule, largePlace, foot, isNarrow };
}

/** The zone and its counters, `['Lantai 1', 'Loket 1-8']`. */
export function placeParts({ zone, counters }: SlipPlace, words: SlipWords): readonly string[] {
  const name = words === english ? zone.en : zone.id;
  return [name, words.counters(counterRanges(counters, '-'))].filter((part) => part !== '');
}
