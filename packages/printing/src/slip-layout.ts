import { largestSize, type PrinterProfile } from './profiles.ts';
import type { Slip, SlipLeg } from './slip.ts';
import { slipDate, slipTime } from './slip-date.ts';
import { body, centred, gap, marked, type SlipLine, small, strong, type Writer, writer } from './slip-lines.ts';
import { english, indonesian } from './slip-words.ts';

const mostBringLines = 5;

/** The slip's lines from top to bottom for one width of paper. */
export function layOutSlip(slip: Slip, profile: PrinterProfile): readonly SlipLine[] {
  const paper = writer(slip, profile);
  const { text, said, badge, rule } = paper;
  const size = largestSize(profile, slip.number.length);
  const date = slipDate(slip.issuedAt, slip.timeZone);
  // Too narrow for one line: the time of day goes below as a whole.
  const dateLines = date.length <= profile.columns.A ? [date] : date.split(/, (?=\d\d\.)/);
  const reprint = slip.reprint && slipTime(slip.reprint.at, slip.timeZone);
  const several = slip.legs.length > 1;
  return [
    ...text(slip.siteName, centred(strong)),
    gap(8),
    ...said((words) => words.queueNumber, centred(body)),
    ...text(slip.number, { ...centred(strong), width: size, height: size }),
    ...(reprint === undefined ? [] : badge((words) => words.reprint)),
    ...(reprint === undefined ? [] : [...said((words) => words.reprintedAt(reprint), centred(body)), gap(8)]),
    ...(slip.priority ? badge((words) => words.priority) : []),
    ...dateLines.flatMap((line) => text(line, centred(body))),
    ...slip.legs.flatMap((leg, index) => [...rule(), ...legLines(leg, several ? index + 1 : null, paper)]),
    ...rule(),
    ...bringLines(slip, paper),
    ...said((words) => words.missed),
    gap(20),
    { kind: 'qr', url: slip.statusUrl },
    gap(20),
    ...said((words) => words.follow, centred(body)),
    // Typed by hand, the address finds its way without the scheme that every browser tries first.
    ...text(slip.statusUrl.replace(/^https:\/\//, ''), centred(small)),
    gap(10),
    ...said((words) => words.keep, centred(strong)),
    gap(8),
    ...paper.foot(
      indonesian.ticket(slip.shortId),
      ...(slip.kioskName === null ? [] : [slip.kioskName]),
      ...(slip.offline ? [(slip.secondLanguage === 'en' ? english : indonesian).offline] : []),
    ),
  ];
}

function legLines(leg: SlipLeg, position: number | null, { said, named, largePlace }: Writer): SlipLine[] {
  const indent = position === null ? 0 : 4;
  const { ahead, estimate } = leg;
  return [
    ...marked(position === null ? '' : `${position}.  `, named(leg.agency, strong, indent)),
    ...named(leg.service, body, indent),
    ...said((words) => words.tracks[leg.track], body, indent),
    gap(8),
    ...largePlace(leg, indent),
    gap(6),
    ...(ahead === null
      ? said((words) => words.byArrival, body, indent)
      : [
          ...said((words) => words.ahead(ahead), body, indent),
          ...said((words) => (estimate ? words.estimate(...estimate) : words.noEstimate), body, indent),
        ]),
  ];
}

/** As many papers as fit into five lines, and how many more there are. */
function bringLines(slip: Slip, { shortly, said }: Writer): SlipLine[] {
  const names = new Map(slip.legs.flatMap(({ bring }) => bring.map((name) => [name.id, name])));
  const papers = [...names.values()].map((name) => marked('- ', shortly(name, body, 2)));
  if (papers.length === 0) return [];
  const first = (shown: number) => [
    ...papers.slice(0, shown).flat(),
    ...(shown < papers.length ? said((words) => words.more(papers.length - shown), body, 2) : []),
  ];
  let shown = papers.length;
  while (shown > 1 && first(shown).length > mostBringLines) shown -= 1;
  return [...said((words) => words.bring), ...first(shown), gap(8)];
}
