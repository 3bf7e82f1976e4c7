import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Recorded } from '@antrean/domain';
import type { Joined } from '@antrean/protocol';
import { eventAt, hallAt } from '../testing/log-of-pauses.ts';
import { type Copy, type Effect, joinAnswerMs, type Message, receive, startCopy, wakeAt } from './follow.ts';

const start = 1_000_000;

/** A station played by hand: messages in, what it does next out. */
function station() {
  let copy: Copy = startCopy(start);
  let now = start;
  const take = (message: Message): readonly Effect[] => {
    const step = receive(copy, message, now, 0.5);
    copy = step.copy;
    return step.effects;
  };
  const joined = (answer: Partial<Joined> & object) =>
    take({ kind: 'joined', answer: { epoch: 1, head: 0, now, ...answer } as Joined });
  return {
    take,
    joined,
    snapshot: (head: number, epoch = 1) => joined({ epoch, head, snapshot: hallAt(head) }),
    event: (seq: number) => take({ kind: 'event', event: eventAt(seq) }),
    beat: (head: number, epoch = 1) => take({ kind: 'beat', beat: { epoch, head, now: now + 500 } }),
    wait(ms: number) {
      now += ms;
      return take({ kind: 'time' });
    },
    setClock(at: number) {
      now = at;
    },
    copy: () => copy,
    seq: () => copy.hall?.seq ?? null,
  };
}

function liveStation(head = 4) {
  const played = station();
  assert.deepEqual(played.take({ kind: 'time' }), [{ kind: 'connect' }]);
  assert.deepEqual(played.take({ kind: 'connected' }), [{ kind: 'join', join: { after: null, epoch: null } }]);
  played.snapshot(head);
  assert.deepEqual(played.copy().link, { state: 'live' });
  return played;
}

test('a station that comes in gets the whole hall and then follows each event', () => {
  const played = liveStation(4);
  assert.deepEqual(played.event(5), []);
  assert.deepEqual(played.event(6), []);
  assert.deepEqual(played.copy().hall, hallAt(6));
});

test('an event that came twice changes nothing', () => {
  const played = liveStation(4);
  played.event(5);
  const { hall } = played.copy();
  assert.deepEqual(played.event(5), []);
  assert.deepEqual(played.event(3), []);
  assert.equal(played.copy().hall, hall);
});

test('a gap asks for what is missing, and what came too early is not lost', () => {
  const played = liveStation(4);
  assert.deepEqual(played.event(7), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
  assert.deepEqual(played.event(8), [], 'one join at a time');
  assert.equal(played.seq(), 4);
  played.joined({ head: 7, events: [eventAt(5), eventAt(6), eventAt(7)] });
  assert.deepEqual(played.copy().hall, hallAt(8));
});

test('an event that fits no longer is not shown, and the whole hall is asked for', () => {
  const played = liveStation(4);
  const misfit: Recorded = { seq: 5, at: 5, type: 'ticket.started', ticketId: 'nobody' };
  assert.deepEqual(played.take({ kind: 'event', event: misfit }), [{ kind: 'join', join: { after: null, epoch: 1 } }]);
  played.snapshot(5);
  assert.deepEqual(played.copy().hall, hallAt(5));
});

test('a beat that is ahead shows that an event was lost', () => {
  const played = liveStation(4);
  assert.deepEqual(played.beat(4), []);
  assert.deepEqual(played.beat(5), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
});

test('a beat of another epoch asks for the whole hall, and events of the new log wait for it', () => {
  const played = liveStation(4);
  assert.deepEqual(played.beat(4, 2), [{ kind: 'join', join: { after: null, epoch: 1 } }]);
  played.event(5);
  assert.equal(played.seq(), 4);
  played.snapshot(2, 2);
  assert.equal(played.seq(), 2, 'the restored log is shorter and is right');
  assert.equal(played.copy().epoch, 2);
});

test('the server clock is known from the beats', () => {
  const played = liveStation(4);
  played.beat(4);
  assert.equal(played.copy().serverAhead, 500);
});

test('two seconds of silence are said aloud and ask again; one beat makes the hall live', () => {
  const played = liveStation(4);
  assert.equal(wakeAt(played.copy()), start + 2_000);
  assert.deepEqual(played.wait(2_000), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
  assert.deepEqual(played.copy().link, { state: 'lost', since: start });
  played.joined({ head: 4, events: [] });
  assert.deepEqual(played.copy().link, { state: 'live' });
});

test('two joins without an answer end the connection, and another one is made after a short wait', () => {
  const played = liveStation(4);
  played.wait(2_000);
  assert.deepEqual(played.wait(joinAnswerMs), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
  assert.deepEqual(played.wait(joinAnswerMs), [{ kind: 'disconnect' }]);
  assert.deepEqual(played.wait(149), []);
  assert.deepEqual(played.wait(1), [{ kind: 'connect' }]);
  assert.deepEqual(played.copy().link, { state: 'lost', since: start }, 'lost since it was last heard');
  assert.deepEqual(played.copy().hall, hallAt(4), 'the last known hall stays');
});

test('a connection that breaks is made again with its cursor, and waits at most a second between attempts', () => {
  const played = liveStation(4);
  assert.deepEqual(played.take({ kind: 'disconnected' }), [{ kind: 'disconnect' }]);
  assert.deepEqual(played.copy().link, { state: 'lost', since: start });
  for (let attempt = 0; attempt < 9; attempt += 1) {
    assert.deepEqual(played.wait(1_000), [{ kind: 'connect' }]);
    assert.deepEqual(played.take({ kind: 'disconnected' }), [{ kind: 'disconnect' }]);
  }
  played.wait(1_000);
  assert.deepEqual(played.take({ kind: 'connected' }), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
});

test('after a new connection an event is shown only once a join has told that the log is the same', () => {
  const played = liveStation(4);
  played.take({ kind: 'disconnected' });
  played.wait(1_000);
  played.take({ kind: 'connected' });
  played.event(5);
  assert.equal(played.seq(), 4);
  played.joined({ head: 4, events: [] });
  assert.equal(played.seq(), 5);
});

test('a station that never reaches its server says so after two seconds', () => {
  const played = station();
  played.take({ kind: 'time' });
  played.take({ kind: 'disconnected' });
  assert.deepEqual(played.copy().link, { state: 'joining' });
  played.wait(1_999);
  assert.deepEqual(played.copy().link, { state: 'joining' });
  played.wait(1);
  assert.deepEqual(played.copy().link, { state: 'lost', since: start });
});

test('a clock that is set back an hour does not make a station deaf', () => {
  const played = liveStation(4);
  played.setClock(start - 3_600_000);
  assert.deepEqual(played.wait(0), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
});

test('a store that is away answers a join with a refusal: asked twice, then the connection is made anew', () => {
  const played = liveStation(4);
  played.beat(6);
  const refused: Message = { kind: 'joined', answer: { code: 'store.unavailable' } };
  assert.deepEqual(played.take(refused), [{ kind: 'join', join: { after: 4, epoch: 1 } }]);
  assert.deepEqual(played.take(refused), [{ kind: 'disconnect' }]);
});

test('whatever is lost, doubled or cut, the copy in the end is the server’s hall', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const fates = fatesOf(seed);
    const played = station();
    let head = 3;
    let queue: readonly Effect[] = played.take({ kind: 'time' });
    const serve = (effects: readonly Effect[], answers: boolean): void => {
      for (const effect of effects) {
        if (effect.kind === 'connect') serve(played.take({ kind: 'connected' }), answers);
        if (effect.kind !== 'join' || !answers) continue;
        const { after } = effect.join;
        const tail = after === null ? [] : Array.from({ length: head - after }, (_, i) => eventAt(after + i + 1));
        serve(after === null ? played.snapshot(head) : played.joined({ head, events: tail }), answers);
      }
    };
    for (const fate of fates) {
      serve(queue, fate !== 'unanswered');
      head += 1;
      queue = [];
      if (fate === 'came' || fate === 'cameTwice') queue = played.event(head);
      if (fate === 'cameTwice') queue = [...queue, ...played.event(head)];
      if (fate === 'cut') queue = played.take({ kind: 'disconnected' });
      queue = [...queue, ...played.wait(400)];
    }
    for (let second = 0; second < 6; second += 1) {
      serve(queue, true);
      queue = [...played.beat(head), ...played.wait(1_000)];
    }
    assert.deepEqual(played.copy().hall, hallAt(head), `seed ${seed}: ${fates.join(' ')}`);
    assert.deepEqual(played.copy().link, { state: 'live' }, `seed ${seed}`);
  }
});

type Fate = 'came' | 'cameTwice' | 'lost' | 'cut' | 'unanswered';

function fatesOf(seed: number): readonly Fate[] {
  const fates: readonly Fate[] = ['came', 'came', 'cameTwice', 'lost', 'cut', 'unanswered'];
  let state = seed;
  return Array.from({ length: 20 + (seed % 40) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return fates[Math.floor((state / 2 ** 32) * fates.length)] ?? 'came';
  });
}
