import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IssueAnswer } from '@antrean/protocol';
import { type Move, type Path, patience, secondsLeft, startPath, walk } from './path.ts';

const issued: IssueAnswer = {
  visit: { id: 'v1', number: 'BQ012', arrivedAt: 0, priorityClass: null, language: 'id' },
  tickets: [],
  statusUrl: '/t/token',
};
const printed = { kind: 'PRINTED', jobId: 'j1', nearEnd: false } as const;
const notSent = { kind: 'NOT_SENT', jobId: 'j1', reason: 'paperOut' } as const;
const toService: Move[] = [
  { kind: 'agency', agencyId: 'DKC' },
  { kind: 'service', serviceId: 'DKC-07' },
];
const press = (key: string, withoutPaper = false): Move => ({ kind: 'pressed', key, withoutPaper });
const fails = (key: string, code: string): Move => ({ kind: 'failed', key, failure: { code } });
const after = (...moves: Move[]): Path => moves.reduce(walk, startPath(0));
const taking = (key: string, differs: { withoutPaper?: boolean; isUncertain?: boolean } = {}) => ({
  state: 'taking',
  key,
  language: 'id',
  withoutPaper: false,
  isUncertain: false,
  ...differs,
});
const pressOf = ({ step }: Path) => (step.at === 'service' ? step.press : null);

test('three touches lead to a number: agency, service, take', () => {
  const path = after(...toService, press('k1'), { kind: 'taken', key: 'k1', issued, slip: printed });
  assert.deepEqual(path.step, { at: 'done', issued, slip: printed, again: 'ready' });
});

test('a second press while the first is under way changes nothing at all', () => {
  const taking = after(...toService, press('k1'));
  assert.equal(walk(taking, press('k2')), taking);
  for (const kind of ['back', 'leave'] as const) assert.equal(walk(taking, { kind }), taking);
});

test('an answer to another press is not this visitor’s number', () => {
  const taking = after(...toService, press('k1'));
  assert.equal(walk(taking, { kind: 'taken', key: 'k0', issued, slip: printed }), taking);
  assert.equal(walk(taking, fails('k0', 'link.down')), taking);
});

test('a press without an answer is repeated with its own key and its own priority', () => {
  const path = after(
    ...toService,
    { kind: 'priority', priorityClass: 'elderly' },
    press('k1'),
    fails('k1', 'link.down'),
    { kind: 'priority', priorityClass: null },
    press('k2'),
  );
  assert.deepEqual(pressOf(path), taking('k1', { isUncertain: true }));
  assert.equal(path.step.at === 'service' && path.step.priorityClass, 'elderly');
});

test('a press that was refused gave no number, so the next one is new and may ask for something else', () => {
  const refused = after(...toService, press('k1'), fails('k1', 'service.quota'));
  const path = [{ kind: 'priority', priorityClass: 'infant' } as const, press('k2')].reduce(walk, refused);
  assert.deepEqual(pressOf(path), taking('k2', { withoutPaper: false }));
});

test('where the printer cannot print, the visitor may take the number without paper', () => {
  const path = after(...toService, press('k1'), fails('k1', 'printer.notReady'), press('k2', true));
  assert.deepEqual(pressOf(path), taking('k2', { withoutPaper: true }));
});

test('back leads to where the service was found', () => {
  const searched = after({ kind: 'search', query: 'akta' }, { kind: 'service', serviceId: 'DKC-07' }, { kind: 'back' });
  assert.deepEqual(searched.step, { at: 'search', query: 'akta' });
  assert.deepEqual(walk(searched, { kind: 'back' }).step, { at: 'start' });
});

test('an idle kiosk warns for twenty seconds, then forgets the visitor and the language', () => {
  const path = after({ kind: 'language', language: 'en' }, { kind: 'search', query: 'paspor' });
  const warnsAt = patience.idle;
  assert.equal(secondsLeft(path, warnsAt - 1), null);
  assert.equal(secondsLeft(path, warnsAt), 20);
  assert.equal(walk(path, { kind: 'ticked', at: warnsAt + 19_999 }), path);
  assert.deepEqual(walk(path, { kind: 'ticked', at: warnsAt + 20_000 }), startPath(warnsAt + 20_000));
});

test('one touch extends the time, as often as it takes', () => {
  let path = after({ kind: 'search', query: '' });
  for (let at = 70_000; at < 1_000_000; at += 70_000) {
    assert.notEqual(secondsLeft(path, at), null);
    path = walk(path, { kind: 'touched', at });
    assert.equal(walk(path, { kind: 'ticked', at: at + 1_000 }), path);
  }
});

test('a language chosen and left on the start page does not wait for the next visitor', () => {
  const path = after({ kind: 'language', language: 'en' });
  assert.equal(secondsLeft(path, 70_000), null);
  assert.equal(walk(path, { kind: 'ticked', at: 80_000 }).language, 'id');
  const quiet = startPath(0);
  assert.equal(walk(quiet, { kind: 'ticked', at: 80_000 }), quiet);
});

test('nobody is sent away while a number is being taken', () => {
  const path = after(...toService, press('k1'));
  assert.equal(secondsLeft(path, 3_600_000), null);
  assert.equal(walk(path, { kind: 'ticked', at: 3_600_000 }), path);
});

test('the number counts down from its first second, and stands longer for those without paper', () => {
  const take = (slip: typeof printed | typeof notSent): Path =>
    after(...toService, press('k1'), { kind: 'taken', key: 'k1', issued, slip });
  assert.equal(secondsLeft(take(printed), 0), 25);
  assert.equal(secondsLeft(take(notSent), 0), 90);
  assert.equal(walk(take(printed), { kind: 'ticked', at: 25_000 }).step.at, 'start');
});

test('a slip is printed again once for each wish, and the new slip is what counts', () => {
  const done = after(...toService, press('k1'), { kind: 'taken', key: 'k1', issued, slip: notSent });
  const printing = walk(done, { kind: 'printAgain' });
  assert.equal(walk(printing, { kind: 'printAgain' }), printing);
  const again = walk(printing, { kind: 'printedAgain', slip: printed });
  assert.deepEqual(again.step, { at: 'done', issued, slip: printed, again: 'ready' });
});

test('a number that may have been given is asked for again with the same key, though the printer is empty by now', () => {
  const path = after(
    ...toService,
    press('k1'),
    fails('k1', 'link.down'),
    press('k2'),
    fails('k1', 'printer.notReady'),
    press('k3', true),
  );
  assert.deepEqual(pressOf(path), taking('k1', { withoutPaper: true, isUncertain: true }));
});

test('a press without an answer is repeated in the language it was made in, whatever is read meanwhile', () => {
  const path = after(
    ...toService,
    press('k1'),
    fails('k1', 'link.down'),
    { kind: 'language', language: 'en' },
    press('k2'),
  );
  assert.deepEqual(pressOf(path), taking('k1', { isUncertain: true }));
});
