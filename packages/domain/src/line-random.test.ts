import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Hall } from './hall.ts';
import {
  drop,
  emptyLine,
  type Fate,
  forget,
  hear,
  type Line,
  type LineStep,
  leave,
  next,
  silence,
  type Told,
  told,
  unwritten,
  written,
} from './line.ts';
import { registerOf } from './register.ts';

type Move =
  | { readonly do: 'call'; readonly ticket: number }
  | { readonly do: 'message' }
  | { readonly do: 'leaves'; readonly ticket: number; readonly to: 'serving' | 'gone' }
  | { readonly do: 'next' }
  | { readonly do: 'written'; readonly how: 'first' | 'before' | 'fails' }
  | { readonly do: 'leave' }
  | { readonly do: 'drop'; readonly which: number }
  | {
      readonly do: 'told';
      readonly what: 'started' | 'finished' | 'failed' | 'brokeOff';
      readonly isLate: boolean;
    }
  | { readonly do: 'passes'; readonly ms: number };

const ticket = fc.nat(9);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('call' as const), ticket }) },
  { weight: 1, arbitrary: fc.constant({ do: 'message' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('leaves' as const),
      ticket,
      to: fc.constantFrom('serving' as const, 'gone' as const),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'next' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('written' as const),
      how: fc.constantFrom('first' as const, 'first' as const, 'first' as const, 'before' as const, 'fails' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'leave' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), which: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('told' as const),
      what: fc.constantFrom('started' as const, 'finished' as const, 'failed' as const, 'brokeOff' as const),
      isLate: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('passes' as const), ms: fc.nat(12_000) }) },
);

const days = fc.array(move, { minLength: 30, maxLength: 120, size: 'max' });

function wordOf(id: string, what: Extract<Move, { readonly do: 'told' }>['what']): Told {
  switch (what) {
    case 'started':
      return { id, what, lengthMs: 7_000 };
    case 'finished':
      return { id, what };
    case 'failed':
    case 'brokeOff':
      return { id, what: 'failed', hadBegun: what === 'brokeOff' };
  }
}

/** A hall in which tickets are called and come, one line that hears of it, and one display that does whatever chance wants. */
function play(moves: readonly Move[]) {
  const calls = new Map<number, number>();
  const states = new Map<number, 'called' | 'serving' | 'gone'>();
  const heard: string[] = [];
  const fates: Fate[] = [];
  const handedOut: { readonly key: string; readonly seq: number; readonly rank: number; readonly at: number }[] = [];
  const begun = new Set<string>();
  let line: Line = emptyLine;
  let now = 0;
  let seq = 0;
  let ids = 0;
  const take = (step: LineStep) => {
    line = step.line;
    fates.push(...step.fates);
  };
  const hall = (): Hall => {
    const tickets = [...states].filter(([, state]) => state !== 'gone');
    // The line reads of a ticket only its state and its counter.
    return {
      tickets: registerOf(tickets.map(([n, state]) => ({ id: `t${n}`, state, counterId: 'c1' }))),
    } as unknown as Hall;
  };
  for (const one of moves) {
    seq += 1;
    const key = `${one.do} ${seq}`;
    switch (one.do) {
      case 'call': {
        const times = Math.min(3, (calls.get(one.ticket) ?? 0) + 1);
        calls.set(one.ticket, times);
        states.set(one.ticket, 'called');
        const of = { number: 'AQ001', callSeq: seq, agencyId: null, counterId: 'c1', priority: false } as const;
        const announcement = { kind: 'call', ...of, times, isLast: times === 3, languages: ['id'] } as const;
        const ticketId = `t${one.ticket}`;
        heard.push(key);
        take(
          hear(line, [{ key, announcement, ticketId, rank: times > 1 ? 1 : 0, speakBy: now + 30_000, refusals: 0 }]),
        );
        break;
      }
      case 'message': {
        const words = { template: 'attention', agencyId: null, reason: null, until: null, languages: ['id'] } as const;
        const announcement = { kind: 'message', ...words } as const;
        heard.push(key);
        take(hear(line, [{ key, announcement, ticketId: null, rank: 2, speakBy: now + 300_000, refusals: 0 }]));
        break;
      }
      case 'leaves':
        states.set(one.ticket, one.to);
        calls.delete(one.ticket);
        take(forget(line, hall(), now));
        break;
      case 'next': {
        take(forget(line, hall(), now));
        ids += 1;
        const before = line;
        line = next(line, { id: `${ids}`, seat: 'tv' });
        if (line === before || !line.speaking) break;
        const { item } = line.speaking;
        assert.ok(now < item.speakBy, 'nothing old is handed out');
        assert.ok(!begun.has(item.key), 'what was heard is not handed out again');
        assert.ok(
          before.waiting.every(({ rank }) => rank >= item.rank),
          'nobody of a higher rank is passed over',
        );
        handedOut.push({ key: item.key, seq, rank: item.rank, at: now });
        break;
      }
      case 'written':
        take(one.how === 'fails' ? unwritten(line) : written(line, one.how === 'first', now));
        break;
      case 'leave':
        line = leave(line, 'tv');
        break;
      case 'drop':
        take(drop(line, line.waiting[one.which]?.key ?? 'none'));
        break;
      case 'told': {
        const id = one.isLate ? `${ids - 1}` : `${ids}`;
        if (line.speaking?.id === id && line.speaking.phase !== 'writing' && one.what !== 'failed')
          begun.add(line.speaking.item.key);
        take(told(line, wordOf(id, one.what), now));
        break;
      }
      case 'passes':
        now += one.ms;
        take(silence(line, now));
        take(forget(line, hall(), now));
        break;
    }
    const repeats = line.waiting.filter(
      ({ rank, announcement }) => rank === 1 && announcement.kind === 'call' && !announcement.isLast,
    );
    assert.ok(line.waiting.length <= 3 || repeats.length === 0, 'repeats go when the line grows');
    const tickets = line.waiting.flatMap(({ ticketId }) => ticketId ?? []);
    assert.equal(new Set(tickets).size, tickets.length, 'a ticket waits once');
    const ranks = line.waiting.map(({ rank }) => rank);
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
  }
  return { line, heard, fates, handedOut, now };
}

test('[W2] [W3] [W4] [W5] [W8] [W9] whatever happens, each announcement is spoken once or dropped once, with a reason', () => {
  fc.assert(
    fc.property(days, (moves) => {
      const { line, heard, fates } = play(moves);
      const left = [...line.waiting.map(({ key }) => key), ...(line.speaking ? [line.speaking.item.key] : [])];
      const ended = fates.map(({ item }) => item.key);
      assert.deepEqual([...left, ...ended].toSorted(), heard.toSorted());
    }),
    { numRuns: 1_000 },
  );
});

test('[W9] whatever happened before, a line that nobody answers is empty a minute after its last call', () => {
  fc.assert(
    fc.property(days, (moves) => {
      let { line, now } = play(moves);
      for (let second = 0; second < 60; second += 1) {
        now += 1_000;
        line = silence(line, now).line;
        line = written(next(line, { id: `late ${second}`, seat: 'tv' }), true, now).line;
        line = { ...line, waiting: line.waiting.filter(({ speakBy }) => now < speakBy) };
      }
      assert.deepEqual(
        line.waiting.filter(({ rank }) => rank < 2),
        [],
      );
    }),
    { numRuns: 200 },
  );
});

test('the moves of these tests reach every way in which an announcement can end', () => {
  const ends = new Set<string>();
  for (const moves of fc.sample(days, { seed: 5, numRuns: 300 }))
    for (const one of play(moves).fates) ends.add(one.fate === 'spoken' ? 'spoken' : one.why);
  assert.deepEqual(
    [...ends].toSorted(),
    'crowded failed gone old silent spoken spokenBefore started superseded'.split(' '),
  );
});
