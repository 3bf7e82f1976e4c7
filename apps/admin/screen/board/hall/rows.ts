import { agenciesAt, type BoardCounter, type BoardQueue, type BoardView, type Catalogue } from '@antrean/domain';

export type Filters = {
  readonly search: string;
  /** Null: every zone. */
  readonly zoneId: string | null;
  /** Also queues where nobody waits and nobody serves, and closed counters. A search looks at them all. */
  readonly showQuiet: boolean;
};

export type QueueSort = 'place' | 'waiting' | 'longest' | 'light';
export type CounterSort = 'place' | 'state' | 'since';

/** A few rows that are drawn together; `zoneId` stands above the first of its zone. */
export type Piece<T> = { readonly key: string; readonly zoneId: string | null; readonly rows: readonly T[] };

/** What is left after filtering, zone by zone, or without zones when it is sorted by a figure. */
export type Parts<T> = {
  readonly pieces: readonly Piece<T>[];
  /** Rows that would be there if the quiet ones were shown. */
  readonly hidden: number;
};

const lights = { red: 0, amber: 1, green: 2, grey: 3 } as const;
const states = { paused: 1, open: 2, closed: 3 } as const;

/** Queues by zone and agency as they stand in the catalogue, or the worst first. */
export function queueParts(
  view: BoardView,
  catalogue: Catalogue,
  filters: Filters,
  sort: QueueSort,
): Parts<BoardQueue> {
  const fed = new Set(catalogue.services.map(({ queueId }) => queueId));
  const matching = view.queues.filter(
    ({ queue, agency, waiting }) =>
      (fed.has(queue.id) || waiting > 0) &&
      isIn(agency?.zoneId, filters) &&
      found(filters, [agency?.shortName, agency?.name, agency?.nameEn, queue.prefix, queue.track]),
  );
  const isLive = (line: BoardQueue) => line.waiting > 0 || line.openCounters > 0 || line.pause?.agencyId != null;
  return partsOf(
    matching,
    isLive,
    filters,
    catalogue,
    sort === 'place' ? ({ agency }) => agency?.zoneId : null,
    {
      place: () => 0,
      waiting: (a: BoardQueue, b: BoardQueue) => b.waiting - a.waiting,
      longest: (a: BoardQueue, b: BoardQueue) => b.longestWaitMinutes - a.longestWaitMinutes,
      light: (a: BoardQueue, b: BoardQueue) =>
        lights[a.light] - lights[b.light] || b.longestWaitMinutes - a.longestWaitMinutes,
    }[sort],
  );
}

/** Counters by zone as they stand in the hall, or by state, or the one that has been so for longest first. */
export function counterParts(
  view: BoardView,
  catalogue: Catalogue,
  filters: Filters,
  sort: CounterSort,
): Parts<BoardCounter> {
  const matching = view.counters.filter(({ place, counter, ticket }) => {
    const agencies = catalogue.agencies.filter(({ id }) => agenciesAt(place, counter).includes(id));
    const named = agencies.flatMap(({ shortName, name, nameEn }) => [shortName, name, nameEn]);
    return isIn(place.zoneId, filters) && found(filters, [...named, counter.track, ticket?.visit.number], place.name);
  });
  const isLive = ({ counter }: BoardCounter) => counter.state !== 'closed';
  return partsOf(
    matching,
    isLive,
    filters,
    catalogue,
    sort === 'place' ? ({ place }) => place.zoneId : null,
    {
      place: () => 0,
      state: (a: BoardCounter, b: BoardCounter) => stateOrder(a) - stateOrder(b) || b.sinceMinutes - a.sinceMinutes,
      since: (a: BoardCounter, b: BoardCounter) => b.sinceMinutes - a.sinceMinutes,
    }[sort],
  );
}

// Who sits and has nobody comes first: that is where help can be found.
function stateOrder({ counter, ticket }: BoardCounter): number {
  return counter.state === 'open' && ticket === null ? 0 : states[counter.state];
}

function partsOf<T>(
  matching: readonly T[],
  isLive: (row: T) => boolean,
  { search, showQuiet }: Filters,
  catalogue: Catalogue,
  zoneOf: ((row: T) => string | undefined) | null,
  compare: (a: T, b: T) => number,
): Parts<T> {
  const shown = showQuiet || search.trim() !== '' ? matching : matching.filter(isLive);
  const hidden = matching.length - shown.length;
  if (!zoneOf) return { pieces: piecesOf(null, [...shown].sort(compare)), hidden };
  const pieces = catalogue.zones.flatMap(({ id }) =>
    piecesOf(
      id,
      shown.filter((row) => zoneOf(row) === id),
    ),
  );
  return { pieces, hidden };
}

// A third of a screen: few enough to be drawn within a frame on a weak PC.
const pieceRows = 6;

function piecesOf<T>(zoneId: string | null, rows: readonly T[]): readonly Piece<T>[] {
  return Array.from({ length: Math.ceil(rows.length / pieceRows) }, (_, i) => ({
    key: `${zoneId ?? ''} ${i}`,
    zoneId: i === 0 ? zoneId : null,
    rows: rows.slice(i * pieceRows, (i + 1) * pieceRows),
  }));
}

function isIn(zoneId: string | undefined, filters: Filters): boolean {
  return filters.zoneId === null || filters.zoneId === zoneId;
}

/** Every word must be found. A number means the counter of that name: "3" is not also 13 and 30. */
function found({ search }: Filters, texts: readonly (string | undefined)[], name?: string): boolean {
  const text = texts.filter(Boolean).join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => (/^\d+$/.test(word) ? word === name : text.includes(word)));
}
