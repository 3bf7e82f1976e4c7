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
const tall: LineStyle = { ...strong, height: 2 };
const small: LineStyle = { ...body, font: 'B' };
const centred = (style: LineStyle): LineStyle => ({ ...style, align: 'center' });
const gap = (dots: number): SlipLine => ({ kind: 'gap', dots });
const longestBringList = 5;

/** The slip's lines from top to bottom for one width of paper. */
export function layOutSlip(slip: Slip, profile: PrinterProfile): readonly SlipLine[] {
  const { said, text, badge } = writer(slip, profile);
  const isNarrow = profile.columns.A < 42;
  const size = largestSize(profile, slip.number.length);
  const date = slipDate(slip.issuedAt, slip.timeZone);
  // Too narrow for one line: the time of day goes below as a whole.
  const dateLines = date.length <= profile.columns.A ? [date] : date.split(/, (?=\d\d\.)/);
  const reprint = slip.reprint && slipTime(slip.reprint.at, slip.timeZone);
  const rule = [gap(6), ...text('-'.repeat(profile.columns.A)), gap(6)];
  const bring = [...new Set(slip.legs.flatMap((leg) => leg.bring))];
  const shown = bring.slice(0, longestBringList);
  return [
    ...text(slip.siteName, centred(strong)),
    gap(10),
    ...said((words) => words.queueNumber, centred(body)),
    gap(6),
    ...text(slip.number, { ...centred(strong), width: size, height: size }),
    gap(6),
    ...(reprint === undefined ? [] : badge((words) => words.reprint)),
    ...(reprint === undefined ? [] : [...said((words) => words.reprintedAt(reprint), centred(body)), gap(12)]),
    ...(slip.priority ? badge((words) => words.priority) : []),
    ...dateLines.flatMap((line) => text(line, centred(body))),
    ...slip.legs.flatMap((leg, index) => [...rule, ...legLines(leg, slip.legs.length > 1 ? index + 1 : null)]),
    ...rule,
    ...(shown.length > 0 ? said((words) => words.bring) : []),
    ...shown.flatMap((item) => marked('- ', text(item, body, 2))),
    ...(bring.length > shown.length ? said((words) => words.more(bring.length - shown.length), body, 2) : []),
    ...(shown.length > 0 ? [gap(10)] : []),
    ...said((words) => words.missed),
    gap(28),
    { kind: 'qr', url: slip.statusUrl },
    gap(24),
    ...said((words) => words.follow, centred(body)),
    ...text(slip.statusUrl, centred(small)),
    gap(12),
    ...said((words) => words.keep, centred(strong)),
    gap(8),
    ...said((words) => words.noFees, centred(small)),
    ...said((words) => words.payments, centred(small)),
    ...(isNarrow ? [] : said((words) => words.complaints, centred(small))),
    gap(8),
    ...text(indonesian.ticket(slip.shortId), centred(small)),
  ];

  function legLines(leg: SlipLeg, place: number | null): SlipLine[] {
    const indent = place === null ? 0 : 3;
    const counters = counterRanges(leg.counters);
    const where = (words: SlipWords, zone: string) =>
      counters === '' ? words.noCounter(zone) : words.place(zone, counters);
    const there = where(indonesian, leg.zone.id);
    // Twice as wide too, where that still fits on one line.
    const isShort = place === null && there.length * 2 <= profile.columns.A;
    const estimate = (words: SlipWords) =>
      leg.estimate === null ? words.noEstimate : words.estimate(leg.estimate[0], leg.estimate[1]);
    return [
      ...marked(
        place === null ? '' : `${place}. `,
        said(() => leg.agency.id, strong, indent, leg.agency.en),
      ),
      ...said(() => leg.service.id, body, indent, leg.service.en),
      ...said((words) => words.tracks[leg.track], body, indent),
      gap(8),
      ...said(() => there, isShort ? { ...tall, width: 2 } : tall, indent, where(english, leg.zone.en)),
      gap(6),
      ...said((words) => words.ahead(leg.ahead), body, indent),
      ...said(estimate, body, indent),
    ];
  }
}

/** Wraps for one profile, and adds the visitor's second language below each label, small. */
function writer(slip: Slip, profile: PrinterProfile) {
  const text = (words: string, style: LineStyle = body, indent = 0): SlipLine[] =>
    wrap(ascii(words), Math.floor(profile.columns[style.font] / style.width) - indent).map((line) => ({
      kind: 'text',
      text: ' '.repeat(indent) + line,
      style,
    }));
  const said = (
    say: (words: SlipWords) => string,
    style: LineStyle = body,
    indent = 0,
    inEnglish: string = say(english),
  ): SlipLine[] => [
    ...text(say(indonesian), style, indent),
    ...(slip.secondLanguage === null
      ? []
      : text(inEnglish, { ...small, align: style.align }, Math.round((indent * fonts.A.width) / fonts.B.width))),
  ];
  const badge = (say: (words: SlipWords) => string): SlipLine[] => {
    const words = slip.secondLanguage === null ? ` ${say(indonesian)} ` : ` ${say(indonesian)} / ${say(english)} `;
    const width = words.length * 2 <= profile.columns.A ? 2 : 1;
    return [{ kind: 'text', text: words, style: { ...centred(tall), width, inverted: true } }, gap(8)];
  };
  return { text, said, badge };
}

/** Puts a mark into the indent of the first line. */
function marked(mark: string, lines: readonly SlipLine[]): SlipLine[] {
  return lines.map((line, at) =>
    at === 0 && line.kind === 'text' ? { ...line, text: mark + line.text.slice(mark.length) } : line,
  );
}
