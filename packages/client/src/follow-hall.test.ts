import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Join, Joined, JoinRefused } from '@antrean/protocol';
import { handClock } from '../testing/hand-clock.ts';
import { eventAt, hallAt } from '../testing/log-of-pauses.ts';
import type { FeedListener, FeedSocket } from './feed-socket.ts';
import { followHall } from './follow-hall.ts';

type Line = {
  readonly tell: FeedListener;
  readonly joins: { readonly join: Join; readonly answer: (answer: Joined | JoinRefused) => void }[];
  isOpen: boolean;
};

/** A feed whose every connection is in the test's hands. */
function setUp() {
  const clock = handClock();
  const lines: Line[] = [];
  const hall = followHall({
    url: 'http://localhost',
    token: null,
    person: null,
    clock,
    random: () => 0.5,
    hearReceipt: () => {},
    hearSignIn: () => {},
    hearSpeak: () => {},
    connect(_feed, tell): FeedSocket {
      const line: Line = { tell, joins: [], isOpen: true };
      lines.push(line);
      return {
        join: (join, answer) => line.joins.push({ join, answer }),
        voice: () => {},
        close: () => {
          line.isOpen = false;
        },
      };
    },
  });
  const line = (): Line => lines.at(-1) ?? assert.fail('no connection was made');
  const goLive = (head: number) => {
    line().tell.connected();
    line()
      .joins.at(-1)
      ?.answer({ epoch: 1, head, now: clock.now(), snapshot: hallAt(head) });
  };
  return { clock, hall, lines, line, goLive };
}

test('listeners hear of changes only, and a moment that did not change is the same object', () => {
  const { hall, line, goLive } = setUp();
  let heard = 0;
  const stop = hall.subscribe(() => {
    heard += 1;
  });
  goLive(4);
  assert.equal(heard, 1);
  const before = hall.current();
  line().tell.beat({ epoch: 1, head: 4, now: 1_000_000 });
  line().tell.event(eventAt(4));
  assert.equal(heard, 1);
  assert.equal(hall.current(), before);
  line().tell.event(eventAt(5));
  assert.equal(heard, 2);
  stop();
  line().tell.event(eventAt(6));
  assert.equal(heard, 2);
  assert.deepEqual(hall.current().hall, hallAt(6));
});

test('what an older connection still says is not heard', () => {
  const { clock, hall, lines, goLive } = setUp();
  goLive(4);
  const [old] = lines;
  old?.tell.closed();
  assert.equal(old?.isOpen, false);
  clock.move(1_000);
  assert.equal(lines.length, 2);
  goLive(6);
  old?.tell.event(eventAt(7));
  old?.tell.closed();
  old?.joins[0]?.answer({ epoch: 1, head: 2, now: 0, snapshot: hallAt(2) });
  assert.equal(hall.current().hall?.seq, 6);
  assert.deepEqual(hall.current().link, { state: 'live' });
});

test('silence is noticed by the clock alone', () => {
  const { clock, hall, line, goLive } = setUp();
  goLive(4);
  const since = clock.now();
  clock.move(1_999);
  assert.deepEqual(hall.current().link, { state: 'live' });
  clock.move(1);
  assert.deepEqual(hall.current().link, { state: 'lost', since });
  assert.equal(line().joins.length, 2);
});

test('after close nothing is armed, open or heard', () => {
  const { clock, hall, lines, line, goLive } = setUp();
  let heard = 0;
  hall.subscribe(() => {
    heard += 1;
  });
  goLive(4);
  heard = 0;
  hall.close();
  assert.equal(clock.armed(), 0);
  assert.equal(line().isOpen, false);
  line().tell.event(eventAt(5));
  line().tell.closed();
  clock.move(60_000);
  assert.equal(heard, 0);
  assert.equal(lines.length, 1);
  assert.equal(clock.armed(), 0);
});
