import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { callsHeard } from './announcing.ts';
import type { Hall } from './hall.ts';
import {
  emptyLine,
  type Fate,
  forget,
  hear,
  hush,
  type Line,
  leave,
  next,
  silence,
  told,
  unwritten,
  written,
} from './line.ts';
import type { Waiting } from './line-order.ts';
import { registerOf } from './register.ts';

function call(number: string, { times = 1, seq = Number(number.slice(2)), by = 30_000 } = {}): Waiting {
  const isLast = times === 3;
  const of = { number, callSeq: seq, agencyId: null, counterId: 'c1', priority: false, times, isLast } as const;
  return {
    key: `call ${seq}`,
    announcement: { kind: 'call', ...of, languages: ['id'] },
    ticketId: number,
    rank: times > 1 ? 1 : 0,
    speakBy: by,
    refusals: 0,
  };
}

function message(key: string, template: 'pause' | 'pauseOver' | 'attention'): Waiting {
  const words = { template, agencyId: null, reason: null, until: null, languages: ['id', 'en'] } as const;
  const announcement = { kind: 'message', ...words } as const;
  return { key, announcement, ticketId: null, rank: 2, speakBy: 300_000, refusals: 0 };
}

const keys = (line: Line) => line.waiting.map(({ key }) => key);
const why = (fates: readonly Fate[]) =>
  fates.map((one) => [one.item.key, one.fate === 'spoken' ? 'spoken' : one.why] as const);
const heard = (...items: Waiting[]) => hear(emptyLine, items).line;
/** The first of the line, given to a display and written down. */
const sent = (line: Line, now = 0) => written(next(line, { id: 'a', seat: 'tv' }), true, now).line;

test('[W2] first calls come before recalls, recalls before messages, and each in its order', () => {
  const line = heard(message('m', 'attention'), call('AQ009', { times: 3 }), call('AQ001'), call('AQ002'));
  assert.deepEqual(keys(line), ['call 1', 'call 2', 'call 9', 'm']);
});

test('[W3] a recall takes the place of the call that still waits, and one announcement is spoken', () => {
  const { line, fates } = hear(heard(call('AQ001'), call('AQ002')), [{ ...call('AQ001', { times: 2, seq: 7 }) }]);
  assert.deepEqual(keys(line), ['call 7', 'call 2']);
  assert.deepEqual(why(fates), [['call 1', 'superseded']]);
});

test('[W3] what is heard twice is one, also after it was spoken', () => {
  let line = heard(call('AQ001'), call('AQ001'));
  line = told(sent(line), { id: 'a', what: 'finished' }, 1).line;
  assert.deepEqual(hear(line, [call('AQ001')]), { line, fates: [] });
});

test('[W3] "service goes on" takes the place of a pause that nobody has heard of yet', () => {
  const { line, fates } = hear(heard(message('pause 1', 'pause')), [message('pauseOver 1', 'pauseOver')]);
  assert.deepEqual(keys(line), ['pauseOver 1']);
  assert.deepEqual(why(fates), [['pause 1', 'superseded']]);
});

test('[W4] who has come, who is not called any more and what is older than thirty seconds is not spoken, each with its reason', () => {
  const mall = openScene();
  mall.opens('c1', 'c2', 'c3');
  const [came, parked, waits] = ['c1', 'c2', 'c3'].map((counterId) => {
    mall.arrives('civil-quick-1');
    return mall.calls(counterId) ?? '';
  });
  const line = hear(emptyLine, callsHeard(mall.hall(), smallMall, mall.now())).line;
  assert.equal(line.waiting.length, 3);
  mall.steps(came ?? '', { kind: 'start' });
  mall.steps(parked ?? '', { kind: 'park', minutes: 5 });
  const left = forget(line, mall.hall(), mall.now() + 29_999);
  assert.deepEqual(
    left.fates.map((one) => [one.item.ticketId, one.fate === 'dropped' && one.why]),
    [
      [came, 'started'],
      [parked, 'gone'],
    ],
  );
  const later = forget(left.line, mall.hall(), mall.now() + 30_000);
  assert.deepEqual(
    later.fates.map((one) => [one.item.ticketId, one.fate === 'dropped' && one.why]),
    [[waits, 'old']],
  );
  assert.deepEqual(callsHeard(mall.hall(), smallMall, mall.now() + 30_000), []);
});

test('[W5] with more than two others waiting a second call is not spoken, a first and a last one are', () => {
  const second = call('AQ004', { times: 2 });
  const line = heard(call('AQ001'), call('AQ002'), second);
  assert.deepEqual(keys(line), ['call 1', 'call 2', 'call 4']);
  const { line: longer, fates } = hear(line, [call('AQ005', { times: 3 }), call('AQ006')]);
  assert.deepEqual(keys(longer), ['call 1', 'call 2', 'call 6', 'call 5']);
  assert.deepEqual(why(fates), [['call 4', 'crowded']]);
});

test('[W8] what was handed out before is not spoken again, and what could not be written waits first of its rank', () => {
  const line = next(heard(call('AQ001'), call('AQ002')), { id: 'a', seat: 'tv' });
  assert.equal(next(line, { id: 'b', seat: 'other' }), line, 'one at a time');
  assert.deepEqual(why(written(line, false, 0).fates), [['call 1', 'spokenBefore']]);
  assert.deepEqual(keys(unwritten(line).line), ['call 1', 'call 2']);
  assert.deepEqual(told(line, { id: 'a', what: 'finished' }, 0).line, line, 'nobody has been told to speak');
});

test('[W3] a recall that came while the call was being handed out is all that waits when the call could not be, in its place', () => {
  const out = next(heard(call('AQ001'), call('AQ002')), { id: 'a', seat: 'tv' });
  const recalled = (line: Line) => hear(line, [call('AQ001', { times: 2, seq: 7 })]).line;
  const unwrittenAgain = unwritten(recalled(out));
  const refused = told(recalled(written(out, true, 0).line), { id: 'a', what: 'failed', hadBegun: false }, 0);
  for (const { line, fates } of [unwrittenAgain, refused])
    assert.deepEqual([keys(line), why(fates)], [['call 7', 'call 2'], [['call 1', 'superseded']]]);
});

test('[W8] a display that could not begin gives it back for another, three times at most; one that broke off does not', () => {
  let line = heard(call('AQ001'));
  for (let refusal = 1; refusal < 3; refusal += 1) {
    const back = told(sent(line), { id: 'a', what: 'failed', hadBegun: false }, 0);
    assert.deepEqual([keys(back.line), back.fates, back.isGivenBack], [['call 1'], [], true]);
    line = back.line;
  }
  assert.deepEqual(why(told(sent(line), { id: 'a', what: 'failed', hadBegun: false }, 0).fates), [
    ['call 1', 'failed'],
  ]);
  const started = told(sent(heard(call('AQ001'))), { id: 'a', what: 'started', lengthMs: 7_000 }, 0).line;
  const broken = told(started, { id: 'a', what: 'failed', hadBegun: true }, 1_000);
  assert.deepEqual([why(broken.fates), broken.isGivenBack], [[['call 1', 'failed']], false]);
});

test('[W8] what broke off is not spoken again when the word that it began was lost', () => {
  const broken = told(sent(heard(call('AQ001'))), { id: 'a', what: 'failed', hadBegun: true }, 1_000);
  assert.deepEqual([keys(broken.line), why(broken.fates), broken.isGivenBack], [[], [['call 1', 'failed']], false]);
});

test('[W9] a display that says nothing holds nobody up', () => {
  const line = sent(heard(call('AQ001'), call('AQ002')), 1_000);
  assert.deepEqual(silence(line, 2_899).fates, []);
  assert.deepEqual(why(silence(line, 2_900).fates), [['call 1', 'silent']]);
  const started = told(line, { id: 'a', what: 'started', lengthMs: 7_000 }, 2_000).line;
  assert.deepEqual(told(started, { id: 'a', what: 'started', lengthMs: 60_000 }, 5_000).line, started, 'told twice');
  assert.deepEqual(silence(started, 11_999).fates, []);
  assert.deepEqual(why(silence(started, 12_000).fates), [['call 1', 'silent']]);
  assert.deepEqual(why(silence(leave(started, 'tv'), 9_000).fates), [['call 1', 'silent']], 'it has left');
  assert.equal(leave(started, 'other'), started);
});

test('[W9] a word about another announcement changes nothing', () => {
  const line = sent(heard(call('AQ001')));
  assert.equal(told(line, { id: 'b', what: 'finished' }, 0).line, line);
  const over = told(line, { id: 'a', what: 'finished' }, 0);
  assert.deepEqual(why(over.fates), [['call 1', 'spoken']]);
  assert.deepEqual(told(over.line, { id: 'a', what: 'finished' }, 0).fates, []);
});

test('[W4] a call that moved to another counter is not spoken at the old one', () => {
  const hall = { tickets: registerOf([{ id: 'AQ001', state: 'called', counterId: 'c2' }]) } as unknown as Hall;
  assert.deepEqual(why(forget(heard(call('AQ001')), hall, 0).fates), [['call 1', 'gone']]);
});

test('[W11] a zone that falls quiet drops what waits, lets what is heard end, and does not make up for it later', () => {
  const waits = [call('AQ001'), call('AQ002'), message('pause p', 'pause')];
  const given = next(hear(emptyLine, waits).line, { id: 'd', seat: 'tv' });
  const hushed = hush(given);
  assert.deepEqual(
    hushed.fates.map(({ item, ...fate }) => [item.key, fate]),
    waits.slice(1).map(({ key }) => [key, { fate: 'dropped', why: 'quiet', seat: null }]),
  );
  assert.equal(hushed.line.speaking?.item.key, 'call 1');
  assert.deepEqual(hear(hushed.line, waits).line.waiting, []);
});
