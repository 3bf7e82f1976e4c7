import { type Font, fonts, largestSize, type PrinterProfile } from './profiles.ts';
import type { Slip, SlipLeg } from './slip.ts';
import { slipDate, slipTime } from './slip-date.ts';
import { ascii, counterRanges, wrap } from './slip-text.ts';
import { english, indonesian, type SlipWords } from './slip-words.ts';

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
  | { readonly kind: 'gap'; readonly dots: number }
  | { readonly kind: 'qr'; readonly url: string };

const body: LineStyle = { font: 'A', width: 1, height: 1, bold: false, inverted: false, align: 'left' };
const strong: LineStyle = { ...body, bold: true };
const small: LineStyle = { ...body, font: 'B' };
const place: LineStyle = { ...strong, height: 2 };
const centred = (style: LineStyle): LineStyle => ({ ...style, align: 'center' });
const stamp: LineStyle = { ...centred(strong), height: 2, inverted: true };
const longestBringList = 5;

/** The slip's lines from top to bottom for one width of paper. */
export function layOutSlip(slip: Slip, profile: PrinterProfile): readonly SlipLine[] {
  const narrow = profile.columns.A < 42;
  const text = (words: string, style: LineStyle = body, indent = 0): SlipLine[] =>
    wrap(ascii(words), Math.floor(profile.columns[style.font] / style.width) - indent).map((line) => ({
      kind: 'text',
      text: ' '.repeat(indent) + line,
      style,
    }));
  // Below each Indonesian line, small, the same in the visitor's second language.
  const second = (words: string, style: LineStyle = small, indent = 0): SlipLine[] =>
    slip.secondLanguage === null ? [] : text(words, style, Math.round((indent * fonts.A.width) / fonts.B.width));
  const said = (say: (words: SlipWords) => string, style: LineStyle = body, indent = 0): SlipLine[] => [
    ...text(say(indonesian), style, indent),
    ...second(say(english), style.align === 'center' ? centred(small) : small, indent),
  ];
  const rule: SlipLine[] = [gap(6), { kind: 'text', text: '-'.repeat(profile.columns.A), style: body }, gap(6)];
  const badge = (words: string): SlipLine => ({ kind: 'text', text: ` ${ascii(words)} `, style: stamp });
  const size = largestSize(profile, slip.number.length);

  const legLines = (leg: SlipLeg, index: number): SlipLine[] => {
    const many = slip.legs.length > 1;
    const indent = many ? 3 : 0;
    const agency = many ? numbered(index, text(leg.agency.id, strong, indent)) : text(leg.agency.id, strong);
    const counters = counterRanges(leg.counters);
    const where = (words: SlipWords, zone: string) =>
      counters === '' ? words.noCounter(zone) : words.place(zone, counters);
    return [
      ...agency,
      ...second(leg.agency.en, small, indent),
      ...text(leg.service.id, body, indent),
      ...second(leg.service.en, small, indent),
      ...said((words) => words.tracks[leg.track], body, indent),
      gap(8),
      ...text(where(indonesian, leg.zone.id), place, indent),
      ...second(where(english, leg.zone.en), small, indent),
      gap(6),
      ...said((words) => words.ahead(leg.ahead), body, indent),
      ...said(
        (words) => (leg.estimate === null ? words.noEstimate : words.estimate(leg.estimate[0], leg.estimate[1])),
        body,
        indent,
      ),
    ];
  };

  const bring = [...new Set(slip.legs.flatMap((leg) => leg.bring))];
  const shown = bring.slice(0, longestBringList);
  return [
    ...text(slip.siteName, centred(strong)),
    gap(10),
    ...said((words) => words.queueNumber, centred(body)),
    gap(6),
    ...text(slip.number, { ...centred(strong), width: size, height: size }),
    gap(6),
    ...(slip.reprint
      ? [badge(slip.secondLanguage ? `${indonesian.reprint} / ${english.reprint}` : indonesian.reprint), gap(4)]
      : []),
    ...(slip.reprint ? [...text(`${slipTime(slip.reprint.at, slip.timeZone)}`, centred(body)), gap(6)] : []),
    ...(slip.priority
      ? [badge(slip.secondLanguage ? `${indonesian.priority} / ${english.priority}` : indonesian.priority), gap(6)]
      : []),
    ...text(slipDate(slip.issuedAt, slip.timeZone), centred(body)),
    ...slip.legs.flatMap((leg, index) => [...rule, ...legLines(leg, index)]),
    ...rule,
    ...(shown.length > 0 ? said((words) => words.bring) : []),
    ...shown.flatMap((item) => bulleted(text(item, body, 2))),
    ...(bring.length > shown.length ? said((words) => words.more(bring.length - shown.length), body, 2) : []),
    ...(shown.length > 0 ? [gap(10)] : []),
    ...said((words) => words.missed),
    gap(28),
    { kind: 'qr', url: slip.statusUrl },
    gap(20),
    ...said((words) => words.scan, centred(body)),
    ...text(slip.statusUrl, centred(small)),
    gap(12),
    ...said((words) => words.keep, centred(strong)),
    gap(8),
    ...said((words) => words.fees, centred(small)),
    ...(narrow ? [] : said((words) => words.complaints, centred(small))),
    gap(8),
    ...text(indonesian.ticket(slip.shortId), centred(small)),
  ];
}

const gap = (dots: number): SlipLine => ({ kind: 'gap', dots });

function numbered(index: number, lines: readonly SlipLine[]): SlipLine[] {
  return lines.map((line, at) =>
    at === 0 && line.kind === 'text' ? { ...line, text: `${index + 1}.`.padEnd(3) + line.text.slice(3) } : line,
  );
}

function bulleted(lines: readonly SlipLine[]): SlipLine[] {
  return lines.map((line, at) =>
    at === 0 && line.kind === 'text' ? { ...line, text: `- ${line.text.slice(2)}` } : line,
  );
}
