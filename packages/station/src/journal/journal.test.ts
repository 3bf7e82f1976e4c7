import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { SyncAnswer, SyncBody } from '@antrean/protocol';
import Database from 'better-sqlite3';
import { given, journalOn, offline, ticket, wish } from '../../testing/numbers.ts';
import type { Journal } from './journal.ts';

const lease = (journal: Journal, from = 801, to = 803) => {
  const leaseId = crypto.randomUUID();
  journal.leases.ask({ id: leaseId, queueId: 'q', serviceDay: '2026-11-23' });
  const range = { from, to, grantedAt: 5, epoch: 1 };
  journal.leases.hold({ leaseId, queueId: 'q', serviceDay: '2026-11-23', ...range });
  return leaseId;
};

const answerTo = (body: SyncBody, fate: SyncAnswer['tickets'][number]['fate'] = 'stored'): SyncAnswer => ({
  abandoned: body.abandoned.map((commandId) => ({ commandId, fate: 'absent' })),
  tickets: body.tickets.map(({ commandId }) => ({ commandId, fate })),
  epoch: 1,
  head: 1,
  now: 1,
});

test('a request that was given up meanwhile takes no late answer, so nobody holds two numbers', (t) => {
  const journal = journalOn(t).open();
  const leaseId = lease(journal);
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  journal.jobs.fallBack('c1', offline('v2', leaseId, 801), 'p1', wish, 2);
  assert.equal(journal.jobs.numbered('c1', given('v1')), false);
  assert.equal(journal.jobs.givenFor('p1')?.given.visit.number, 'AQ801');
  assert.deepEqual(journal.leases.next('q', '2026-11-23'), { leaseId, value: 802 });
  journal.close();
});

test('a fall-back that fails half way leaves the request and the lease as they were', (t) => {
  const journal = journalOn(t).open();
  const leaseId = lease(journal);
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  assert.throws(() => journal.jobs.fallBack('c1', offline('v2', leaseId, 802), 'p1', wish, 2), /lease moved/);
  assert.equal(journal.jobs.leftOpen().asked.length, 1);
  assert.deepEqual(journal.leases.next('q', '2026-11-23'), { leaseId, value: 801 });
  journal.close();
});

test('what a station that was killed has left is there when the journal is opened again', (t) => {
  const disk = journalOn(t);
  let journal = disk.open();
  const { id } = journal;
  const leaseId = lease(journal);
  journal.leases.ask({ id: 'l2', queueId: 'r', serviceDay: '2026-11-24' });
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  journal.jobs.ask({ commandId: 'c2', pressId: 'p2', wish, madeAt: 2 });
  journal.jobs.numbered('c2', given('v2'));
  journal.jobs.numberOffline(offline('v3', leaseId, 801), 'p3', wish, 3);
  journal.prints.begin({ id: 'j3', visitId: 'v3', reprint: false, at: 3 }, 'AAAB');
  journal.close();

  journal = disk.open();
  assert.equal(journal.id, id);
  const left = journal.jobs.leftOpen();
  assert.deepEqual(
    left.asked.map(({ commandId }) => commandId),
    ['c1'],
  );
  assert.deepEqual(
    left.given.map(({ given, state }) => [given.visit.id, state]),
    [
      ['v2', 'numbered'],
      ['v3', 'printing'],
    ],
  );
  assert.deepEqual(journal.prints.leaveUnknown(9), ['v3']);
  assert.equal(journal.prints.fateOf('v3')?.kind, 'UNKNOWN');
  assert.deepEqual(journal.leases.asked(), [{ id: 'l2', queueId: 'r', serviceDay: '2026-11-24' }]);
  assert.deepEqual(journal.leases.next('q', '2026-11-23'), { leaseId, value: 802 });
  journal.close();
});

test('a lease gives each of its numbers once and then no more', (t) => {
  const journal = journalOn(t).open();
  const first = lease(journal, 801, 802);
  const second = lease(journal, 821, 821);
  const given: number[] = [];
  for (;;) {
    const next = journal.leases.next('q', '2026-11-23');
    if (!next) break;
    journal.jobs.numberOffline(offline(`v${next.value}`, next.leaseId, next.value), `p${next.value}`, wish, 1);
    given.push(next.value);
  }
  assert.deepEqual(given, [801, 802, 821]);
  assert.deepEqual(journal.leases.free('2026-11-23'), new Map([['q', 0]]));
  assert.deepEqual(
    journal.reports.next(50)?.leases.toSorted((a, b) => a.next - b.next),
    [
      { leaseId: first, next: 803 },
      { leaseId: second, next: 822 },
    ],
  );
  journal.close();
});

test('only what the server names is told; a number whose day has not opened there is told again', (t) => {
  const journal = journalOn(t).open();
  const leaseId = lease(journal);
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  journal.jobs.fallBack('c1', offline('v1', leaseId, 801), 'p1', wish, 2);
  journal.prints.begin({ id: 'j1', visitId: 'v1', reprint: false, at: 2 }, 'AAAB');
  journal.prints.end(
    { id: 'j1', visitId: 'v1', reprint: false, at: 2 },
    { kind: 'PRINTED', jobId: 'j1', nearEnd: false },
    3,
  );

  const first = journal.reports.next(50);
  assert.ok(first);
  assert.deepEqual(first.abandoned, ['c1']);
  assert.deepEqual(
    first.tickets.map(({ value }) => value),
    [801],
  );
  // The server could not say of whose slip that is.
  assert.deepEqual(first.outcomes, []);
  journal.reports.told(first, answerTo(first, 'later'));

  const second = journal.reports.next(50);
  assert.ok(second);
  assert.deepEqual([second.abandoned, second.tickets.length], [[], 1]);
  journal.reports.told(second, answerTo(second, 'stored'));
  const third = journal.reports.next(50);
  assert.ok(third);
  assert.deepEqual(third.outcomes, [{ visitId: 'v1', jobId: 'j1', outcome: 'PRINTED' }]);
  journal.reports.told(third, answerTo(third));
  assert.equal(journal.reports.next(50), null);
  journal.close();
});

test('a refused number stays in the journal for staff, and its slip is not reported as a known one', (t) => {
  const journal = journalOn(t).open();
  journal.jobs.numberOffline(offline('v1', lease(journal), 801), 'p1', wish, 1);
  journal.prints.end(
    { id: 'j1', visitId: 'v1', reprint: false, at: 1 },
    { kind: 'PRINTED', jobId: 'j1', nearEnd: false },
    1,
  );
  const body = journal.reports.next(50);
  assert.ok(body);
  journal.reports.told(body, answerTo(body, 'refused'));
  assert.equal(journal.reports.next(50), null);
  assert.deepEqual(journal.reports.count(), { unreported: 0, refused: 1 });
  journal.reports.forget(1_000);
  assert.ok(journal.jobs.givenAs('v1'));
  journal.close();
});

test("an outcome that changed while it was being told is told again: the printer's late word is not lost", (t) => {
  const journal = journalOn(t).open();
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  journal.jobs.numbered('c1', given('v1'));
  const attempt = { id: 'j1', visitId: 'v1', reprint: false, at: 1 };
  journal.prints.begin(attempt, 'AAAC');
  journal.prints.end(attempt, { kind: 'UNKNOWN', jobId: 'j1', why: 'timeout', after: 'silent' }, 2);
  const body = journal.reports.next(50);
  assert.ok(body);
  journal.prints.settle('AAAC');
  journal.reports.told(body, answerTo(body));
  assert.deepEqual(journal.reports.next(50)?.outcomes, [{ visitId: 'v1', jobId: 'j1', outcome: 'PRINTED' }]);
  assert.equal(journal.prints.fateOf('v1')?.kind, 'PRINTED');
  journal.close();
});

test('a number without paper that nobody has noted is found once its time is over', (t) => {
  const journal = journalOn(t).open();
  for (const [visit, commandId] of [
    ['v1', 'c1'],
    ['v2', 'c2'],
    ['v3', 'c3'],
  ] as const) {
    journal.jobs.ask({ commandId, pressId: commandId, wish, madeAt: 1 });
    journal.jobs.numbered(commandId, given(visit));
    journal.prints.end(
      { id: `j-${visit}`, visitId: visit, reprint: false, at: 1 },
      { kind: 'NOT_SENT', jobId: `j-${visit}`, reason: 'cover' },
      100,
    );
  }
  journal.prints.confirm('k', 'v2', 101);
  journal.prints.end(
    { id: 'r', visitId: 'v3', reprint: true, at: 2 },
    { kind: 'UNKNOWN', jobId: 'r', why: 'closed', after: 'silent' },
    102,
  );
  assert.deepEqual(journal.prints.unconfirmed(100), []);
  assert.deepEqual(journal.prints.unconfirmed(101), ['v1']);
  journal.jobs.untaken('v1');
  assert.deepEqual(journal.prints.unconfirmed(1_000), []);
  assert.deepEqual(journal.reports.next(50)?.untaken, ['v1']);
  assert.ok(journal.jobs.keep('v1'));
  assert.equal(journal.reports.next(50)?.untaken.length, 0);
  journal.close();
});

test('a journal that cannot be read is put aside, not lost, and the kiosk goes on under a new name', (t) => {
  const disk = journalOn(t);
  const before = disk.open();
  before.close();
  writeFileSync(disk.file, 'no database at all, but long enough to be looked at');
  const journal = disk.open();
  assert.notEqual(journal.id, before.id);
  assert.ok(journal.replaced && existsSync(journal.replaced));
  journal.close();
});

test('a second station on the same journal is refused, and does not push the first one aside', (t) => {
  const disk = journalOn(t);
  const journal = disk.open();
  assert.throws(() => disk.open(), /locked|busy/i);
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish, madeAt: 1 });
  journal.close();
});

test('a journal of another version is left where it is, for a program that can read it', (t) => {
  const disk = journalOn(t);
  disk.open().close();
  const db = new Database(disk.file);
  db.pragma('user_version = 99');
  db.close();
  assert.throws(() => disk.open(), /another version/);
  assert.deepEqual(readdirSync(path.dirname(disk.file)), ['journal.db']);
});

test('a damaged journal is spoken of at each start, until somebody has taken it away', (t) => {
  const disk = journalOn(t);
  writeFileSync(disk.file, 'no database at all, but long enough to be looked at');
  const first = disk.open();
  first.close();
  const second = disk.open();
  assert.equal(second.replaced, first.replaced);
  assert.equal(second.id, first.id);
  second.close();
  if (first.replaced) rmSync(first.replaced);
  const third = disk.open();
  assert.equal(third.replaced, null);
  third.close();
});

test("a visitor's class of priority is on this disk only until the server has it", (t) => {
  const disk = journalOn(t);
  const journal = disk.open();
  const frail = { ...wish, priorityClass: 'disability' };
  const leaseId = lease(journal);
  journal.jobs.ask({ commandId: 'c1', pressId: 'p1', wish: frail, madeAt: 1 });
  const number = given('v1');
  journal.jobs.numbered('c1', { ...number, visit: { ...number.visit, priorityClass: 'disability' } });
  const alone = offline('v2', leaseId, 801);
  const visit = { ...alone.visit, priorityClass: 'disability' };
  journal.jobs.numberOffline({ ...alone, visit }, 'p2', frail, 2);
  const body = journal.reports.next(50);
  assert.equal(body?.tickets[0]?.priorityClass, 'disability');
  assert.ok(body);
  journal.reports.told(body, answerTo(body));
  journal.close();
  const db = new Database(disk.file, { readonly: true });
  assert.doesNotMatch(JSON.stringify(db.prepare('SELECT * FROM job').all()), /disability/);
  db.close();
});

test('only what the server does not count yet is added to a quota', (t) => {
  const journal = journalOn(t).open();
  const leaseId = lease(journal);
  const of = (value: number, serviceDay: string) => {
    const { given: number, visit } = offline(`v${value}`, leaseId, value);
    const tickets = [{ ...ticket, serviceDay }];
    return { given: { ...number, tickets }, visit };
  };
  journal.jobs.numberOffline(of(801, '2026-11-22'), 'p1', wish, 1);
  journal.jobs.numberOffline(of(802, '2026-11-23'), 'p2', wish, 1);
  assert.equal(journal.jobs.untoldOf('ktp', '2026-11-23'), 1);
  const body = journal.reports.next(50);
  assert.ok(body);
  journal.reports.told(body, answerTo(body));
  assert.equal(journal.jobs.untoldOf('ktp', '2026-11-23'), 0);
  journal.close();
});

test('a kiosk that was updated in the middle of the day does not show what the older program had kept of the hall', (t) => {
  const disk = journalOn(t);
  disk.open().close();
  const db = new Database(disk.file);
  const keep = db.prepare('INSERT INTO kept (name, value, at) VALUES (?, ?, 1)');
  keep.run('hall', '{"tickets":{}}');
  keep.run('catalogue', '{"catalogue":{"rules":{}}}');
  db.close();
  const journal = disk.open();
  assert.deepEqual([journal.kept.read('hall'), journal.kept.read('catalogue')], [null, null]);
  journal.kept.write('hall', { tickets: [] }, 2);
  assert.deepEqual(journal.kept.read('hall'), { value: { tickets: [] }, at: 2 });
  journal.close();
});
