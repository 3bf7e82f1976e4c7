/** Somebody's day, as a sequence of waits in milliseconds. */
export type Life = Generator<number, void, void>;

/** Virtual time: whoever lives here is woken in the order of time, and of being put to bed when times are equal. */
export type Timetable = {
  now(): number;
  /** `then` is called after a delay. */
  after(delayMs: number, then: () => void): void;
  live(life: Life): void;
  /** Lets everything happen that is due until this moment. */
  runUntil(at: number): void;
};

type Due = { readonly at: number; readonly order: number; readonly then: () => void };

export function openTimetable(start: number): Timetable {
  const heap: Due[] = [];
  let now = start;
  let count = 0;
  const isBefore = (a: Due | undefined, b: Due | undefined) =>
    a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
  const swap = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };

  function push(due: Due): void {
    let i = heap.push(due) - 1;
    for (let parent = (i - 1) >> 1; i > 0 && isBefore(heap[i], heap[parent]); parent = (i - 1) >> 1) {
      swap(i, parent);
      i = parent;
    }
  }

  function pop(): Due | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (isBefore(heap[child], heap[least])) least = child;
      if (least === i) return first;
      swap(i, least);
      i = least;
    }
  }

  const timetable: Timetable = {
    now: () => now,
    after(delayMs, then) {
      push({ at: now + Math.max(0, delayMs), order: ++count, then });
    },
    live(life) {
      const wait = life.next();
      if (!wait.done) timetable.after(wait.value, () => timetable.live(life));
    },
    runUntil(at) {
      while ((heap[0]?.at ?? Number.POSITIVE_INFINITY) <= at) {
        const due = pop();
        now = due?.at ?? now;
        due?.then();
      }
      now = at;
    },
  };
  return timetable;
}
