import type { StationReport, StationsAnswer } from '@antrean/protocol';

type Station = StationsAnswer['stations'][number];
type PrinterState = NonNullable<StationReport['printer']>['state'];

/** How urgent a kiosk is: visitors get no slip, they soon may not, or all is well. */
type Urgency = 'alert' | 'warn' | 'fine';

/** One thing to say of a kiosk; the panel has the words. */
export type Finding = { readonly urgency: Urgency } & (
  | { readonly about: 'neverTold' | 'gone' | 'noPrinter' | 'cannotConfirm' | 'noReserve' }
  | { readonly about: 'printer'; readonly state: PrinterState }
  | { readonly about: 'nearEndIn' | 'unreported' | 'refused'; readonly count: number }
);

export type KioskRow = {
  readonly id: string;
  readonly name: string;
  readonly urgency: Urgency;
  /** The most urgent first; always one at least. */
  readonly findings: readonly Finding[];
  /** Null while the kiosk has told nothing of it. */
  readonly reserve: number | null;
  readonly seenAt: number | null;
};

/** A kiosk reports every ten seconds; three reports that are missing are no accident. */
export const goneMs = 30_000;
const order: Readonly<Record<Urgency, number>> = { alert: 0, warn: 1, fine: 2 };

/** Every kiosk, the one that needs somebody first. */
export function kioskRows(stations: readonly Station[], now: number): readonly KioskRow[] {
  return stations
    .filter(({ role }) => role === 'kiosk')
    .map((station): KioskRow => {
      const { deviceId: id, name, seenAt, report } = station;
      const findings = [...findingsOf(station, now)].sort((a, b) => order[a.urgency] - order[b.urgency]);
      const urgency = findings[0]?.urgency ?? 'fine';
      return { id, name, urgency, findings, reserve: report?.journal?.freeNumbers ?? null, seenAt };
    })
    .sort((a, b) => order[a.urgency] - order[b.urgency] || a.name.localeCompare(b.name));
}

function findingsOf({ seenAt, report }: Station, now: number): readonly Finding[] {
  if (seenAt === null || !report) return [{ urgency: 'warn', about: 'neverTold' }];
  if (now - seenAt > goneMs) return [{ urgency: 'alert', about: 'gone' }];
  return [...ofJournal(report), ...ofPrinter(report)];
}

function ofPrinter({ printer }: StationReport): readonly Finding[] {
  if (!printer) return [{ urgency: 'alert', about: 'noPrinter' }];
  const { state, slipsLeft, confirms } = printer;
  if (state !== 'ready' && state !== 'nearEnd') return [{ urgency: 'alert', about: 'printer', state }];
  const paper: Finding =
    state === 'nearEnd' && slipsLeft !== null
      ? { urgency: 'warn', about: 'nearEndIn', count: slipsLeft }
      : { urgency: state === 'ready' ? 'fine' : 'warn', about: 'printer', state };
  return confirms ? [paper] : [paper, { urgency: 'warn', about: 'cannotConfirm' }];
}

function ofJournal({ journal }: StationReport): readonly Finding[] {
  if (!journal) return [];
  const { freeNumbers, unreported, refused } = journal;
  return [
    ...(refused > 0 ? [{ urgency: 'alert', about: 'refused', count: refused } as const] : []),
    ...(freeNumbers === 0 ? [{ urgency: 'warn', about: 'noReserve' } as const] : []),
    ...(unreported > 0 ? [{ urgency: 'warn', about: 'unreported', count: unreported } as const] : []),
  ];
}
