import type { BoardLine, DisplayView } from '@antrean/domain';

/** One big row: a number and the counter that wants it. */
export type BigCall = {
  /** Changes with each call of the ticket, so that a recall is drawn as a new row. */
  readonly key: string;
  /** The call that this row shows, null for somebody who is being served. */
  readonly callSeq: number | null;
  readonly number: string;
  readonly counter: string;
  readonly agency: string;
  readonly priority: boolean;
  readonly times: number;
  readonly state: 'called' | 'serving';
  readonly isNew: boolean;
};

export type Page<T> = { readonly items: readonly T[]; readonly page: number; readonly pages: number };

/** Long enough to be read to the end from the last row of seats. */
export const pageMs = 6_000;
const newMs = 12_000;
// A call that was answered at once stays this long, so that it is seen by whoever looked up at the bell.
const seenMs = 30_000;

/** The part of a long list that is shown at this moment; which one follows from the clock alone. */
export function pageAt<T>(items: readonly T[], size: number, now: number, turnMs = pageMs): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / Math.max(1, size)));
  const page = Math.floor(now / turnMs) % pages;
  // Even pages: nine lines on pages of eight are five and four, not eight and one.
  const each = Math.ceil(items.length / pages);
  return { items: items.slice(page * each, (page + 1) * each), page: page + 1, pages };
}

/** Two long lists that share one place: first all pages of one, then all of the other. */
export function turnOf<A, B>(
  first: readonly A[],
  second: readonly B[],
  size: number,
  now: number,
): { readonly first: Page<A> } | { readonly second: Page<B> } {
  const pagesOf = (items: readonly unknown[]) => Math.max(1, Math.ceil(items.length / Math.max(1, size)));
  const [ofFirst, ofSecond] = [pagesOf(first), second.length > 0 ? pagesOf(second) : 0];
  const page = Math.floor(now / pageMs) % (ofFirst + ofSecond);
  return page < ofFirst
    ? { first: pageAt(first, size, page * pageMs) }
    : { second: pageAt(second, size, (page - ofFirst) * pageMs) };
}

/**
 * What the big rows show now. The newest call keeps the first row; when more are open than fit, the others take turns in the
 * rows below, so that of ten calls in one second every one is seen. Room that is left goes to who was called last.
 */
export function bigCalls(view: DisplayView, rows: number, now: number): Page<BigCall> {
  const at = new Map(view.nowServing.map((line): [string, BoardLine] => [line.counter.id, line]));
  const newestOfCounter = new Set<string>();
  const open = view.lastCalls.filter((call) => {
    const line = at.get(call.counterId);
    const isHere = line?.number === call.number;
    if (newestOfCounter.has(call.counterId) || (line && !isHere)) return false;
    newestOfCounter.add(call.counterId);
    return isHere && line?.state === 'called' ? true : now - call.at < seenMs;
  });
  const calls = open.map(
    (call): BigCall => ({
      key: `${call.ticketId} ${call.seq}`,
      callSeq: call.seq,
      number: call.number,
      counter: call.counter.name,
      agency: call.agency?.shortName ?? '',
      priority: call.priority,
      times: call.times,
      state: 'called',
      isNew: now - call.at < newMs,
    }),
  );
  const kept = rows > 1 ? 1 : 0;
  const others = calls.slice(kept);
  const turn = pageAt(others, rows - kept, now);
  // The last page begins again at the front, so that no row stays empty while others wait for their turn.
  const shown = turn.pages > 1 ? [...turn.items, ...others].slice(0, rows - kept) : turn.items;
  const taken = new Set(open.map(({ counterId }) => counterId));
  const served = view.nowServing.filter(({ counter }) => !taken.has(counter.id)).map(servingRow);
  return { ...turn, items: [...calls.slice(0, kept), ...shown, ...served].slice(0, rows) };
}

function servingRow({ counter, agency, number, priority, times }: BoardLine): BigCall {
  return {
    key: `${counter.id} ${number}`,
    callSeq: null,
    number,
    counter: counter.name,
    agency: agency?.shortName ?? '',
    priority,
    times,
    state: 'serving',
    isNew: false,
  };
}

/** Who is at which counter, in the order in which the counters stand in the hall. */
export function byCounter(lines: readonly BoardLine[]): readonly BoardLine[] {
  return [...lines].sort((a, b) => a.counter.name.localeCompare(b.counter.name, 'id', { numeric: true }));
}

/** A few pixels that change each hour, so that no edge burns into the panel. */
export function burnInShift(now: number): readonly [number, number] {
  const steps = [0, 2, 4, 2, 0, -2, -4, -2];
  const hour = Math.floor(now / 3_600_000);
  return [steps[hour % 8] ?? 0, steps[(hour + 2) % 8] ?? 0];
}
