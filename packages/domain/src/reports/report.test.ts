import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, minute, openScene, type Scene, supervisor } from '../../testing/scene.ts';
import { smallMall } from '../../testing/small-mall.ts';
import type { Recorded } from '../events.ts';
import { DayReader } from './day-reader.ts';
import type { DayReport } from './day-report.ts';
import { PeriodReader } from './period-report.ts';

const day = '2026-07-13';

function reported(mall: Scene, events: readonly Recorded[] = mall.site.log) {
  const reader = new DayReader(day, smallMall);
  reader.read(events);
  return reader.report({ at: mall.now(), running: Object.values(mall.hall().pauses) });
}

function period(...days: readonly DayReport[]) {
  const reader = new PeriodReader();
  for (const each of days) reader.add(each);
  return reader.report(smallMall);
}

/** Three who came for one service: served after 4 and after 20 minutes, and one who never came when called after 15. */
function threeVisitors(): Scene {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  const [missed] = mall.arrives('civil-quick-1');
  mall.passes(4);
  const first = mall.calls('c1') ?? '';
  mall.passes(1);
  mall.steps(first, { kind: 'start' });
  mall.passes(10);
  mall.steps(first, { kind: 'finish', outcome: 'papersMissing' });
  mall.calls('c1');
  mall.misses(missed);
  mall.arrives('civil-quick-1', 'elderly');
  mall.passes(20);
  const third = mall.calls('c1') ?? '';
  mall.steps(third, { kind: 'start' });
  mall.passes(7);
  mall.steps(third, { kind: 'finish', outcome: 'done' });
  return mall;
}

test('[R2] waits are told from the number to the first call, service from start to finish, against the target of the track', () => {
  const { total } = period(reported(threeVisitors()));
  assert.deepEqual(total.wait, { count: 3, mean: 13, median: 15, p90: 20 });
  assert.deepEqual(total.service, { count: 2, mean: 8.5, median: 7, p90: 10 });
  assert.equal(total.onTime, 2);
  assert.deepEqual(
    [total.taken, total.served, total.missed, total.priority, total.outcomes],
    [3, 2, 1, 1, { papersMissing: 1, done: 1 }],
  );
  assert.equal(period().total.wait, null);
});

test('[R1] what was taken back is in no figure, and a voided number counts as voided alone', () => {
  const mall = openScene();
  mall.opens('c1');
  const [gone] = mall.arrives('health-quick-1');
  mall.steps(gone, { kind: 'void', reason: 'print.notSent' });
  mall.arrives('civil-quick-1');
  const before = mall.serves('c1') ?? '';
  mall.gives({ kind: 'undo', counterId: 'c1' });
  mall.steps(before, { kind: 'transfer' }, ['bank-quick-1']);
  mall.gives({ kind: 'undo', counterId: 'c1' });
  const { visits, services, counters } = reported(mall);
  assert.equal(visits, 1);
  assert.deepEqual([services['health-quick-1']?.taken, services['health-quick-1']?.voided], [0, 1]);
  const { served, outcomes, left, service } = services['civil-quick-1'] ?? assert.fail();
  assert.deepEqual([served, outcomes, left, service.count], [0, {}, 0, 0]);
  assert.equal(services['bank-quick-1'], undefined);
  assert.equal(counters.c1?.served, 0);
});

test('[R1] a leg counts at its last service and its wait at the one that it was called for', () => {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const [ticket] = mall.arrives('civil-quick-1');
  mall.passes(3);
  mall.calls('c1');
  mall.steps(ticket, { kind: 'transfer' }, ['bank-quick-1']);
  mall.serves('c9');
  const { services } = reported(mall);
  const [civil, bank] = [services['civil-quick-1'], services['bank-quick-1']];
  assert.deepEqual([civil?.taken, civil?.left, civil?.wait.totalMs], [0, 1, 3 * minute]);
  assert.deepEqual([bank?.taken, bank?.served, bank?.wait.count], [1, 1, 0]);
});

test('[R3] who was missed is missed at the close as well, who waited expires, and who reports back is neither', () => {
  const mall = openScene();
  mall.opens('c1', 'c3', 'c8');
  const [missed] = mall.arrives('civil-quick-1');
  const [back] = mall.arrives('health-quick-1');
  mall.arrives('bank-quick-1');
  mall.calls('c1');
  mall.calls('c8');
  mall.misses(missed);
  mall.misses(back);
  mall.steps(back, { kind: 'requeue' });
  mall.serves('c8');
  mall.gives({ kind: 'close-day' });
  const { total } = period(reported(mall));
  assert.deepEqual([total.taken, total.served, total.missed, total.expired], [3, 1, 1, 1]);
});

test('[R4] a promise is kept within both of its ends', () => {
  const mall = openScene();
  mall.opens('c1');
  const promised = mall.arrives('civil-quick-1')[0];
  const log = (minutes: number) => [
    ...mall.site.log.map((event) =>
      event.type === 'ticket.issued' ? { ...event, estimate: [5, 10] as const } : event,
    ),
    { seq: 99, at: mall.now() + minutes * minute, type: 'ticket.called', ticketId: promised, counterId: 'c1' } as const,
  ];
  const told = (minutes: number) => {
    const reason = { code: 'arrival', since: mall.now() } as const;
    const events = log(minutes).map((event) => (event.type === 'ticket.called' ? { ...event, reason } : event));
    return reported(mall, events).services['civil-quick-1']?.promise;
  };
  assert.deepEqual([4, 5, 10, 11].map(told), [
    { earlier: 1, kept: 0, later: 0 },
    { earlier: 0, kept: 1, later: 0 },
    { earlier: 0, kept: 1, later: 0 },
    { earlier: 0, kept: 0, later: 1 },
  ]);
});

test('[R5] a counter is open or paused by reason, until it closes or the report is drawn', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  mall.passes(30);
  mall.atCounter('c1', { kind: 'pause', reason: 'prayer' });
  mall.passes(15);
  mall.atCounter('c1', { kind: 'resume-counter' });
  mall.passes(5);
  mall.atCounter('c2', { kind: 'close' });
  mall.passes(10);
  const { counters } = period(reported(mall));
  assert.deepEqual(counters, [
    { counterId: 'c1', days: 1, served: 0, openMinutes: 45, pausedMinutes: { prayer: 15 } },
    { counterId: 'c2', days: 1, served: 0, openMinutes: 50, pausedMinutes: {} },
  ]);
});

test('[R5] the minutes without an agency system end with a day that is over', () => {
  const mall = openScene();
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: null }, supervisor);
  mall.passes(25);
  mall.gives({ kind: 'close-day' });
  const reader = new DayReader(day, smallMall);
  reader.read(mall.site.log);
  assert.deepEqual(reader.report(null).systemDown, [{ agencyId: 'civil', minutes: 25 }]);
});

test('[R1] a day read piece by piece is told as one read at once, and its hours are those of the clock on the wall', () => {
  const mall = threeVisitors();
  const reader = new DayReader(day, smallMall);
  for (const event of mall.site.log) reader.read([event]);
  const whole = reported(mall);
  assert.deepEqual(reader.report({ at: mall.now(), running: [] }), whole);
  assert.equal(mall.site.log[0]?.at, jakarta(day, '08:00'));
  assert.deepEqual(
    whole.hours.flatMap(({ came, called }, hour) => (came + called > 0 ? [[hour, came, called]] : [])),
    [[8, 3, 3]],
  );
});

test('[R6] a period is the sum of its days, its median that of all visitors, and it names nobody', () => {
  const monday = reported(threeVisitors());
  const quick = openScene();
  quick.opens('c1');
  for (const _ of [1, 2]) {
    quick.arrives('civil-quick-1');
    quick.passes(1);
    quick.serves('c1');
  }
  const tuesday = { ...reported(quick), serviceDay: '2026-07-14' };
  const report = period(monday, tuesday);
  assert.deepEqual([report.visits, report.total.served, report.total.wait?.median], [5, 4, 4]);
  assert.deepEqual(
    report.hours.map(({ weekday }) => weekday),
    ['mon', 'tue'],
  );
  assert.deepEqual(
    report.days.map(({ serviceDay, visits }) => [serviceDay, visits]),
    [
      ['2026-07-13', 3],
      ['2026-07-14', 2],
    ],
  );
  assert.deepEqual(
    report.agencies.map(({ agencyId, taken }) => [agencyId, taken]),
    [['civil', 5]],
  );
  assert.doesNotMatch(JSON.stringify(report), /officer|BQ\d|ticket-|visit-/);
});
