import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Announcement } from '@antrean/domain';
import type { Speak, VoiceBeat } from '@antrean/protocol';
import { handClock } from '../testing/hand-clock.ts';
import { type SpeakHere, takeSeat } from './voice-seat.ts';

const announcement: Announcement = {
  kind: 'call',
  callSeq: 1,
  number: 'AQ001',
  agencyId: null,
  counterId: 'c1',
  priority: false,
  times: 1,
  isLast: false,
  languages: ['id'],
};

function setUp() {
  const clock = handClock();
  const beats: VoiceBeat[] = [];
  const played: SpeakHere[] = [];
  const tell = (beat: VoiceBeat) => void beats.push(beat);
  const seat = takeSeat(
    { seat: 's', clock, serverNow: clock.now, tell },
    { zoneId: '1', onSpeak: (speak) => void played.push(speak) },
  );
  const speak = (id: string): Speak => ({ id, zoneId: '1', announcement, deadline: clock.now() + 1_500 });
  const told = () => beats.at(-1)?.told;
  return { clock, beats, played, seat, speak, told };
}

/** A seat that can be heard. */
function ready() {
  const set = setUp();
  set.seat.sound('ready', 70);
  return set;
}

test('[W7] a display tells each second how its voice is, and a change at once', () => {
  const { clock, beats, seat } = setUp();
  assert.deepEqual(beats.at(-1), { seat: 's', zoneId: '1', sound: 'off', volume: 0, told: null });
  clock.move(3_000);
  assert.equal(beats.length, 4);
  seat.sound('locked', 70);
  seat.sound('locked', 70);
  assert.deepEqual([beats.length, beats.at(-1)?.sound], [5, 'locked']);
});

test('[W8] what comes twice is played once, and what became of it is told again', () => {
  const { beats, played, seat, speak, told } = ready();
  const one = speak('a');
  seat.hear(one);
  seat.hear(one);
  assert.equal(played.length, 1);
  assert.equal(played[0]?.started(7_000), true);
  assert.deepEqual(told(), { id: 'a', what: 'started', lengthMs: 7_000 });
  played[0]?.finished();
  const before = beats.length;
  seat.hear(one);
  assert.equal(played.length, 1);
  assert.equal(beats.length, before + 1);
  assert.deepEqual(told(), { id: 'a', what: 'finished' });
});

test('[W9] what comes too late, or can be begun only too late, is not played', () => {
  const { clock, played, seat, speak, told } = ready();
  const late = speak('a');
  clock.move(1_501);
  seat.hear(late);
  assert.deepEqual([played.length, told()], [0, { id: 'a', what: 'failed', hadBegun: false, reason: 'late' }]);
  seat.hear(speak('b'));
  clock.move(1_501);
  assert.equal(played[0]?.started(7_000), false);
  assert.deepEqual(told(), { id: 'b', what: 'failed', hadBegun: false, reason: 'late' });
});

test('[W7] a display that cannot be heard gives back what reaches it all the same', () => {
  const { played, seat, speak, told } = ready();
  seat.sound('locked', 70);
  seat.hear(speak('a'));
  assert.deepEqual([played.length, told()], [0, { id: 'a', what: 'failed', hadBegun: false, reason: 'locked' }]);
});

test('one announcement at a time: another is given back until the first is over', () => {
  const { played, seat, speak, told } = ready();
  seat.hear(speak('a'));
  played[0]?.started(7_000);
  seat.hear(speak('b'));
  assert.deepEqual([played.length, told()], [1, { id: 'b', what: 'failed', hadBegun: false, reason: 'busy' }]);
  played[0]?.finished();
  seat.hear(speak('c'));
  assert.equal(played.length, 2);
  played[0]?.failed('too late to say');
  played[1]?.failed('no output');
  assert.deepEqual(told(), { id: 'c', what: 'failed', hadBegun: false, reason: 'no output' });
});

test('[W9] a player that hangs, before it begins or after, frees the seat by the clock', () => {
  const { clock, played, seat, speak, told } = ready();
  seat.hear(speak('a'));
  clock.move(5_000);
  assert.deepEqual(told(), { id: 'a', what: 'failed', hadBegun: false, reason: 'stuck' });
  assert.equal(played[0]?.started(7_000), false, 'it must not begin any more');
  seat.hear(speak('b'));
  assert.equal(played[1]?.started(7_000), true);
  clock.move(11_000);
  assert.deepEqual(told(), { id: 'b', what: 'failed', hadBegun: true, reason: 'stuck' });
});

test('[W8] a player that breaks off says that it had begun, for the word that it began may be lost', () => {
  const { played, seat, speak, told } = ready();
  seat.hear(speak('a'));
  played[0]?.started(7_000);
  played[0]?.failed('output gone');
  assert.deepEqual(told(), { id: 'a', what: 'failed', hadBegun: true, reason: 'output gone' });
});

test('a seat that is given up says so, and is silent then', () => {
  const { clock, beats, played, seat, speak } = ready();
  seat.close();
  assert.equal(beats.at(-1)?.sound, 'off');
  const before = beats.length;
  clock.move(10_000);
  seat.hear(speak('a'));
  assert.deepEqual([beats.length, played.length, clock.armed()], [before, 0, 0]);
});
