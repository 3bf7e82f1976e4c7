import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullBasket } from './basket.ts';
import type { Given, Slip } from './numbers.ts';
import { isIdle, type Move, patience, secondsLeft, startPath, walk } from './path.ts';
import type { Path } from './steps.ts';

const issued: Given = {
  visit: { id: 'v1', number: 'BQ012', arrivedAt: 0, priorityClass: null, language: 'id' },
  tickets: [],
  statusUrl: '/t/token',
  offline: false,
};
const printed: Slip = { kind: 'PRINTED', jobId: 'j1', nearEnd: false };
const notSent: Slip = { kind: 'NOT_SENT', jobId: 'j1', reason: 'paperOut' };
const notAsked: Slip = { kind: 'NOT_SENT', jobId: 'j1', reason: 'notAsked' };
const unknown: Slip = { kind: 'UNKNOWN', jobId: 'j1', why: 'timeout', after: 'silent' };

const toService: Move[] = [
  { kind: 'agency', agencyId: 'DKC' },
  { kind: 'service', serviceId: 'DKC-07' },
];
const press = (key: string, differs: { withoutPaper?: boolean; serviceIds?: string[] } = {}): Move => ({
  kind: 'pressed',
  key,
  serviceIds: ['DKC-07'],
  withoutPaper: false,
  ...differs,
});
const fails = (key: string, code: string, at = 0): Move => ({ kind: 'failed', at, key, failure: { code } });
const takes = (key: string, slip: Slip, at = 0): Move => ({ kind: 'taken', at, key, issued, slip });
const after = (...moves: Move[]): Path => moves.reduce(walk, startPath(0));
const done = (slip: Slip, at = 0) => after(...toService, press('k1'), takes('k1', slip, at));
const taking = (key: string, differs: { withoutPaper?: boolean; isUncertain?: boolean } = {}) => ({
  state: 'taking',
  key,
  serviceIds: ['DKC-07'],
  language: 'id',
  withoutPaper: false,
  isUncertain: false,
  ...differs,
});
const pressOf = ({ step }: Path) => ('press' in step ? step.press : null);
const ticked = (at: number): Move => ({ kind: 'ticked', at });

test('three touches lead to a number: agency, service, take', () => {
  assert.deepEqual(done(printed).step, { at: 'done', issued, slip: printed, again: 'ready', answer: null });
});

test('a second press while the first is under way changes nothing at all', () => {
  const path = after(...toService, press('k1'));
  assert.equal(walk(path, press('k2')), path);
  for (const kind of ['back', 'leave', 'addMore', 'added', 'list'] as const) assert.equal(walk(path, { kind }), path);
});

test('an answer to another press is not this visitor’s number', () => {
  const path = after(...toService, press('k1'));
  assert.equal(walk(path, takes('k0', printed)), path);
  assert.equal(walk(path, fails('k0', 'link.down')), path);
});

test('a press without an answer is repeated with its own key, services, language and priority', () => {
  const path = after(
    ...toService,
    { kind: 'priority', priorityClass: 'elderly' },
    press('k1'),
    fails('k1', 'link.down'),
    { kind: 'priority', priorityClass: null },
    { kind: 'language', language: 'en' },
    press('k2', { serviceIds: ['BJT-01'] }),
  );
  assert.deepEqual(pressOf(path), taking('k1', { isUncertain: true }));
  assert.equal(path.priorityClass, 'elderly');
});

test('a press that was refused gave no number, so the next one is new and may ask for something else', () => {
  const refused = after(...toService, press('k1'), fails('k1', 'service.quota'));
  const path = [{ kind: 'priority', priorityClass: 'infant' } as const, press('k2')].reduce(walk, refused);
  assert.deepEqual(pressOf(path), taking('k2'));
  assert.equal(path.priorityClass, 'infant');
});

test('where the printer cannot print, the visitor may take the number without paper', () => {
  const path = after(...toService, press('k1'), fails('k1', 'printer.notReady'), press('k2', { withoutPaper: true }));
  assert.deepEqual(pressOf(path), taking('k2', { withoutPaper: true }));
});

test('a number that may have been given is asked for again with the same key, though the printer is empty by now', () => {
  const path = after(
    ...toService,
    press('k1'),
    fails('k1', 'link.down'),
    press('k2'),
    fails('k1', 'printer.notReady'),
    press('k3', { withoutPaper: true }),
  );
  assert.deepEqual(pressOf(path), taking('k1', { withoutPaper: true, isUncertain: true }));
});

test('back leads to where the service was found', () => {
  const searched = after({ kind: 'search', query: 'akta' }, { kind: 'service', serviceId: 'DKC-07' }, { kind: 'back' });
  assert.deepEqual(searched.step, { at: 'search', query: 'akta' });
  assert.deepEqual(walk(searched, { kind: 'back' }).step, { at: 'start' });
});

test('several services are gathered, each once, for one number and one question of priority', () => {
  const path = after(
    ...toService,
    { kind: 'priority', priorityClass: 'elderly' },
    { kind: 'addMore' },
    { kind: 'service', serviceId: 'BJT-01' },
    { kind: 'added' },
    { kind: 'addMore' },
    { kind: 'service', serviceId: 'DKC-07' },
    { kind: 'added' },
  );
  assert.deepEqual([path.step.at, path.basket, path.priorityClass], ['visit', ['DKC-07', 'BJT-01'], 'elderly']);
  const given = [press('k1', { serviceIds: ['DKC-07', 'BJT-01'] }), takes('k1', printed)].reduce(walk, path);
  assert.equal(given.step.at, 'done');
  assert.deepEqual(walk(given, { kind: 'leave' }).basket, [], 'the next visitor begins with an empty basket');
});

test('a service is taken out again, and an empty visit begins anew; after an unanswered press nothing may change', () => {
  const visit = after(...toService, { kind: 'addMore' }, { kind: 'service', serviceId: 'BJT-01' }, { kind: 'added' });
  const smaller = walk(visit, { kind: 'removed', serviceId: 'DKC-07' });
  assert.deepEqual([smaller.step.at, smaller.basket], ['visit', ['BJT-01']]);
  assert.deepEqual(walk(smaller, { kind: 'removed', serviceId: 'BJT-01' }).step, { at: 'start' });
  const uncertain = [press('k1'), fails('k1', 'link.down')].reduce(walk, visit);
  assert.equal(walk(uncertain, { kind: 'removed', serviceId: 'DKC-07' }), uncertain);
  assert.equal(walk(uncertain, { kind: 'addMore' }), uncertain);
});

test('a basket takes eight services and no more', () => {
  const eight = Array.from({ length: fullBasket }, (_, n): Move[] => [
    { kind: 'service', serviceId: `S${n}` },
    n < fullBasket - 1 ? { kind: 'addMore' } : { kind: 'added' },
  ]).flat();
  const full = after(...eight);
  assert.deepEqual([full.step.at, full.basket.length], ['visit', 8]);
  assert.equal(walk(full, { kind: 'addMore' }), full);
});

test('the list of papers is printed once for each wish, and the screen returns by itself', () => {
  const printing = after(...toService, { kind: 'list' });
  assert.equal(walk(printing, { kind: 'list' }), printing);
  assert.equal(walk(printing, { kind: 'leave' }), printing);
  const listed = walk(printing, { kind: 'listed', at: 40_000, serviceId: 'DKC-07', isPrinted: true });
  assert.deepEqual(listed.step.at === 'list' && listed.step.print, 'printed');
  assert.equal(walk(listed, ticked(40_000 + patience.numberless)).step.at, 'start');
});

test('whoever goes straight to a station is told where, and takes no number', () => {
  const direct = after(...toService, { kind: 'direct', counters: ['M2'] });
  assert.deepEqual(direct.step.at === 'direct' && direct.step.counters, ['M2']);
  assert.equal(walk(direct, { kind: 'back' }).step.at, 'service');
});

test('an idle kiosk warns for twenty seconds, then forgets the visitor, the language and the way of seeing', () => {
  const path = after(
    { kind: 'language', language: 'en' },
    { kind: 'comfort', turn: 'low' },
    { kind: 'comfort', turn: 'large' },
    { kind: 'search', query: 'paspor' },
  );
  assert.deepEqual(path.comfort, { low: true, large: true, contrast: false });
  const warnsAt = patience.idle;
  assert.equal(secondsLeft(path, warnsAt - 1), null);
  assert.equal(secondsLeft(path, warnsAt), 20);
  assert.equal(walk(path, ticked(warnsAt + 19_999)), path);
  assert.deepEqual(walk(path, ticked(warnsAt + 20_000)), startPath(warnsAt + 20_000));
});

test('one touch extends the time, as often as it takes', () => {
  let path = after({ kind: 'search', query: '' });
  for (let at = 70_000; at < 1_000_000; at += 70_000) {
    assert.notEqual(secondsLeft(path, at), null);
    path = walk(path, { kind: 'touched', at });
    assert.equal(walk(path, ticked(at + 1_000)), path);
  }
});

test('what was chosen and left on the start page does not wait for the next visitor', () => {
  const changes: Move[] = [
    { kind: 'language', language: 'en' },
    { kind: 'comfort', turn: 'contrast' },
  ];
  for (const change of changes) {
    const path = after(change);
    assert.deepEqual([isIdle(path), secondsLeft(path, 70_000)], [false, null]);
    assert.deepEqual(walk(path, ticked(80_000)), startPath(80_000));
  }
  const quiet = startPath(0);
  assert.equal(walk(quiet, ticked(80_000)), quiet);
});

test('nobody is sent away while a number is being taken, and a late answer still finds its whole time', () => {
  const path = after(...toService, press('k1'));
  assert.equal(secondsLeft(path, 3_600_000), null);
  assert.equal(walk(path, ticked(3_600_000)), path);
  assert.equal(secondsLeft(walk(path, takes('k1', printed, 50_000)), 50_000), 25);
  assert.equal(walk(walk(path, fails('k1', 'link.down', 60_000)), ticked(61_000)).step.at, 'service');
});

test('the number counts down from its first second, longer for those who still have to note it', () => {
  const seconds = [printed, unknown, notSent, notAsked].map((slip) => secondsLeft(done(slip), 0));
  assert.deepEqual(seconds, [25, 60, 60, 60]);
  assert.equal(walk(done(printed), ticked(25_000)).step.at, 'start');
});

test('a slip is printed again once for each wish, and the new slip is what counts', () => {
  const printing = walk(done(notSent), { kind: 'printAgain' });
  assert.equal(walk(printing, { kind: 'printAgain' }), printing);
  assert.equal(walk(printing, { kind: 'confirmed' }), printing);
  const again = walk(printing, { kind: 'printedAgain', at: 0, slip: printed });
  assert.deepEqual(again.step, { at: 'done', issued, slip: printed, again: 'ready', answer: null });
  const failed = walk(printing, { kind: 'printedAgain', at: 0, slip: null });
  assert.equal(failed.step.at === 'done' && failed.step.again, 'failed');
});

test('a slip that the station lost sight of is asked about on the start page, and never disturbs a visitor', () => {
  const question: Move = { kind: 'unsettled', at: 5_000, issued, slip: unknown };
  const asked = walk(startPath(0), question);
  assert.deepEqual([asked.step.at, secondsLeft(asked, 5_000)], ['done', 60]);
  const path = after(...toService);
  assert.equal(walk(path, question), path);
});

test('an answer that comes after the screen has said that none did is still this visitor’s number', () => {
  const lost = after(...toService, press('k1'), fails('k1', 'link.down'));
  assert.equal(walk(lost, takes('k1', unknown, 9_000)).step.at, 'done');
  assert.equal(walk(lost, takes('k0', unknown)), lost);
  const refused = walk(lost, fails('k1', 'service.quota'));
  assert.deepEqual(pressOf(refused), { ...taking('k1'), state: 'failed', failure: { code: 'service.quota' } });
  assert.equal(walk(refused, takes('k1', printed)), refused);
});

test('a wish for another slip that surely brought no paper says so, in whatever doubt the first one was', () => {
  const again = (before: Slip, slip: Slip | null) => {
    const { step } = [{ kind: 'printAgain' } as const, { kind: 'printedAgain', at: 0, slip } as const].reduce(
      walk,
      done(before),
    );
    return step.at === 'done' && [step.again, step.slip.kind];
  };
  assert.deepEqual(again(unknown, unknown), ['noPaper', 'UNKNOWN']);
  assert.deepEqual(again(unknown, { ...unknown, jobId: 'j2' }), ['ready', 'UNKNOWN']);
  assert.deepEqual(again(notSent, { ...notSent, jobId: 'j2' }), ['noPaper', 'NOT_SENT']);
  assert.deepEqual(again(notSent, null), ['failed', 'NOT_SENT']);
});

test('what a newer catalogue no longer has leads to the start, and keeps the visitor’s language', () => {
  const path = after({ kind: 'language', language: 'en' }, ...toService);
  const home = walk(path, { kind: 'home' });
  assert.deepEqual([home.step, home.language], [{ at: 'start' }, 'en']);
  const busy = walk(path, press('k1'));
  assert.equal(walk(busy, { kind: 'home' }), busy);
});
