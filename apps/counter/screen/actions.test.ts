import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HallEvent } from '@antrean/domain';
import { hallAfter, minuteMs, opened, rules, twoWait, viewOf } from '../testing/small-mall.ts';
import { actionsAt, nextOf } from './actions.ts';
import type { LastStep } from './last-step.ts';

const called: HallEvent = {
  type: 'ticket.called',
  ticketId: 'a',
  counterId: 'counter-3',
  reason: { code: 'arrival', since: 0 },
};
const started: HallEvent = { type: 'ticket.started', ticketId: 'a' };
const recalled: HallEvent = { type: 'ticket.recalled', ticketId: 'a' };
const prayer: HallEvent = {
  type: 'pause.started',
  pauseId: 'p',
  agencyId: null,
  reason: 'fridayPrayer',
  until: 60 * minuteMs,
};

// An event takes a second in the small mall, so a moment much later is one in which every wait between calls is over.
const later = 10 * minuteMs;

const usual = { isLive: true, now: later, lastStep: null as LastStep | null, rules };

function at(events: readonly HallEvent[], facts: Partial<typeof usual> = {}) {
  const hall = hallAfter(events);
  return actionsAt({ view: viewOf(hall), day: hall.day, ...usual, ...facts });
}

test('a closed counter offers nothing but opening, and says so while the day is not open', () => {
  assert.deepEqual(at([{ type: 'day.opened', serviceDay: '2026-11-24', by: 'calendar' }]), {
    stage: 'closed',
    main: 'open',
    buttons: { open: null, pause: { code: 'notOpen' }, close: { code: 'notOpen' } },
  });
  assert.deepEqual(at([]).buttons.open, { code: 'dayClosed' });
});

test('an old picture forbids nothing: the server decides', () => {
  assert.deepEqual(at([], { isLive: false }).buttons.open, null);
  assert.deepEqual(at(opened, { isLive: false }).buttons.callNext, null);
});

test('an open counter calls the next when somebody waits, else it says that nobody does', () => {
  assert.equal(at([...opened, ...twoWait]).buttons.callNext, null);
  assert.deepEqual(at(opened).buttons.callNext, { code: 'nobodyWaits' });
});

test('a pause of the mall stops calls and says which pause it is', () => {
  assert.deepEqual(at([...opened, ...twoWait, prayer]).buttons.callNext, { code: 'paused', reason: 'fridayPrayer' });
});

test('a paused agency is passed over for the other agency of the counter', () => {
  const hall = hallAfter([...opened, ...twoWait, { ...prayer, agencyId: 'DKC', reason: 'systemDown' }]);
  assert.equal(nextOf(viewOf(hall))?.visit.number, 'CQ001');
  const alone = at([...opened, ...twoWait.slice(0, 1), { ...prayer, agencyId: 'DKC', reason: 'systemDown' }]);
  assert.deepEqual(alone.buttons.callNext, { code: 'paused', reason: 'systemDown' });
});

test('a called visitor can be started at once and passed over only after the calls of the rule', () => {
  const once = at([...opened, ...twoWait, called]);
  assert.equal(once.main, 'start');
  assert.equal(once.buttons.recall, null);
  assert.deepEqual(once.buttons.noShow, { code: 'tooFewCalls', left: 2 });
  const thrice = at([...opened, ...twoWait, called, recalled, recalled]);
  assert.deepEqual(thrice.buttons.recall, { code: 'lastCallMade' });
  assert.equal(thrice.buttons.noShow, null);
});

test('a pause never makes a no-show', () => {
  const paused = at([...opened, ...twoWait, called, recalled, recalled, prayer]);
  assert.deepEqual(paused.buttons.noShow, { code: 'paused', reason: 'fridayPrayer' });
  const once = at([...opened, ...twoWait, called, prayer]);
  assert.deepEqual(once.buttons.recall, { code: 'paused', reason: 'fridayPrayer' });
});

test('a counter with a visitor is neither paused nor closed, and names who is there', () => {
  for (const events of [[called], [called, started]]) {
    const { buttons } = at([...opened, ...twoWait, ...events]);
    assert.deepEqual(buttons.pause, { code: 'busy', number: 'BQ001' });
    assert.deepEqual(buttons.close, { code: 'busy', number: 'BQ001' });
  }
});

test('only a visitor who is being served can be finished or forwarded', () => {
  const { buttons } = at([...opened, ...twoWait, called]);
  assert.equal('finish' in buttons || 'forward' in buttons, false);
  const serving = at([...opened, ...twoWait, called, started]);
  assert.equal(serving.main, 'finish');
  assert.deepEqual(Object.keys(serving.buttons), [
    'finish',
    'park',
    'transfer',
    'forward',
    'note',
    'reprint',
    'pause',
    'close',
  ]);
});

test('a paused counter resumes or closes', () => {
  const paused = at([...opened, { type: 'counter.paused', counterId: 'counter-3', reason: 'meal' }]);
  assert.deepEqual(paused, {
    stage: 'paused',
    main: 'resume',
    buttons: { resume: null, pause: { code: 'isPaused' }, close: null },
  });
});

test('[S14] after a call the next one, and passing over, say how many seconds they have to wait', () => {
  const events = [...opened, ...twoWait, called];
  const calledAt = events.length * 1000 - 1000;
  const waits = (seconds: number) => at(events, { now: calledAt + seconds * 1000 }).buttons.recall;
  assert.deepEqual(waits(0), { code: 'callTooSoon', seconds: 20 });
  assert.deepEqual(waits(12.5), { code: 'callTooSoon', seconds: 8 });
  assert.equal(waits(20), null);
  const thrice = [...events, recalled, recalled];
  const { buttons } = at(thrice, { now: calledAt + 2000 + 5000 });
  assert.deepEqual(buttons.recall, { code: 'lastCallMade' });
  assert.deepEqual(buttons.noShow, { code: 'passTooSoon', seconds: 15 });
});

test('[S15] the last step can be undone while its seconds last, and not at a counter that has called on', () => {
  const finished: HallEvent = { type: 'ticket.finished', ticketId: 'a', outcome: 'done' };
  const events = [...opened, ...twoWait, called, started, finished];
  const lastStep: LastStep = {
    choice: { action: 'finish', outcome: 'done' },
    ticketId: 'a',
    number: 'BQ001',
    at: later,
  };
  assert.equal(at(events, { lastStep, now: later + 9_000 }).buttons.undo, null);
  assert.equal('undo' in at(events, { lastStep, now: later + 10_000 }).buttons, false);
  const calledOn: HallEvent = { ...called, ticketId: 'b' };
  assert.equal('undo' in at([...events, calledOn], { lastStep, now: later }).buttons, false);
});

test('[S1] [S4] a call that is not the last one is not called so, where the mall allows more calls than it asks for', () => {
  const events = [...opened, ...twoWait, called, recalled, recalled];
  const patient = { ...rules, maxCalls: 5 };
  const { buttons } = at(events, { now: events.length * 1000 - 1000 + 5000, rules: patient });
  assert.deepEqual(buttons.noShow, { code: 'passSoon', seconds: 15 });
  assert.deepEqual(buttons.recall, { code: 'callTooSoon', seconds: 15 });
});

test('[S5] the last call of who has been missed before says that the number lapses', () => {
  const calls = [called, recalled, recalled];
  const back: readonly HallEvent[] = [
    { type: 'ticket.noShow', ticketId: 'a' },
    { type: 'ticket.requeued', ticketId: 'a', eligibleAt: 0, order: 1 },
  ];
  assert.deepEqual(at([...opened, ...twoWait, ...calls]).buttons.recall, { code: 'lastCallMade' });
  assert.deepEqual(at([...opened, ...twoWait, ...calls, ...back, ...calls]).buttons.recall, { code: 'lastCallFinal' });
  assert.equal(at([...opened, ...twoWait, ...calls, ...back, called], { now: 60 * 60_000 }).buttons.recall, null);
});
