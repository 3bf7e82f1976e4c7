import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, kiosk, openScene, reception, supervisor } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { numberLabel } from './numbers.ts';

const issue = (...serviceIds: string[]) => ({ kind: 'issue', serviceIds }) as const;

test('[N1] [N2] numbers of a queue count up by one, and a refused command takes none', () => {
  const mall = openScene();
  assert.equal(mall.numberOf(mall.arrives('civil-quick-1')[0]), 'BQ001');
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: null });
  mall.refuses('service.closed', issue('civil-quick-1'));
  for (const { id } of Object.values(mall.hall().pauses)) mall.gives({ kind: 'end-pause', pauseId: id });
  mall.refuses('service.unknown', issue('civil-quick-1', 'no-such-service'));
  assert.equal(mall.numberOf(mall.arrives('civil-quick-2')[0]), 'BQ002');
  assert.equal(mall.numberOf(mall.arrives('civil-long-1')[0]), 'BL001');
  assert.equal(mall.site.nextNumber('civil-quick'), 3);
});

test('[N2] a voided ticket keeps its number: the next one goes on', () => {
  const mall = openScene();
  mall.steps(mall.arrives('civil-quick-1')[0], { kind: 'void', reason: 'print.notSent' });
  assert.equal(mall.numberOf(mall.arrives('civil-quick-1')[0]), 'BQ002');
});

test('[N3] after 999 comes 1000', () => {
  const queue = { prefix: 'BQ', digits: 3 };
  assert.deepEqual(
    [1, 12, 999, 1000, 1500].map((value) => numberLabel(queue, value)),
    ['BQ001', 'BQ012', 'BQ999', 'BQ1000', 'BQ1500'],
  );
});

test('[N4] a visitor sent to the bank is called there by the number of the first desk', () => {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.steps(mall.calls('c1') ?? '', { kind: 'transfer' }, ['bank-quick-1']);
  assert.equal(mall.calls('c9'), ticketId);
  assert.equal(mall.hall().calls[0]?.number, 'BQ001');
  mall.steps(ticketId, { kind: 'start' });
  mall.steps(ticketId, { kind: 'forward', inOrder: false, outcome: 'done' }, ['civil-quick-2']);
  mall.calls('c1');
  assert.equal(mall.hall().calls[0]?.number, 'BQ001');
});

test('[L1] several services give one number and a leg for each, which wait at the same time', () => {
  const mall = openScene();
  const legs = mall.arrives(['civil-quick-1', 'bank-quick-1', 'civil-quick-2']);
  assert.equal(legs.length, 3);
  assert.equal(new Set(legs.map(mall.numberOf)).size, 1);
  assert.deepEqual(
    legs.map((id) => mall.ticket(id).state),
    ['waiting', 'waiting', 'waiting'],
  );
  assert.equal(mall.site.nextNumber('civil-quick'), 2);
  assert.equal(mall.site.nextNumber('bank-quick'), 1);
});

test('[L1] two legs at one queue are called one after the other, by whoever is free', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [first, second] = mall.arrives(['civil-quick-1', 'civil-quick-2']);
  const next = mall.arrives('civil-quick-1')[0];
  assert.deepEqual([mall.calls('c1'), mall.calls('c2')], [first, next]);
  mall.steps(first, { kind: 'start' });
  mall.steps(first, { kind: 'finish', outcome: 'done' });
  assert.equal(mall.calls('c1'), second);
});

test('[Q1] the fourth visitor of a service with a quota of three is told so, and its sister service goes on', () => {
  const mall = openScene();
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  mall.refuses('service.quota', issue('permits-quick-2'));
  mall.arrives('permits-quick-1');
});

test('[Q1] two legs of one service do not slip past its quota together', () => {
  const mall = openScene();
  mall.arrives('permits-quick-2');
  mall.arrives('permits-quick-2');
  mall.refuses('service.quota', issue('permits-quick-2', 'permits-quick-2'));
  mall.arrives('permits-quick-2');
});

test('[Q1] a slip that never came out gives its place in the quota back', () => {
  const mall = openScene();
  const [voided] = [1, 2, 3].map(() => mall.arrives('permits-quick-2')[0]);
  mall.steps(voided ?? '', { kind: 'void', reason: 'print.notSent' });
  mall.arrives('permits-quick-2');
  mall.refuses('service.quota', issue('permits-quick-2'));
});

test('[Q2] an officer sends a visitor to a service whose quota is used up', () => {
  const mall = openScene();
  mall.opens('c1');
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  const wrong = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  mall.steps(wrong, { kind: 'transfer' }, ['permits-quick-2']);
  assert.equal(mall.ticket(wrong).queueId, 'permits-quick');
  assert.equal(mall.hall().issuedToday['permits-quick-2'], 3);
});

test('[D5] numbers are given from half past seven until before a quarter to three', () => {
  const mall = openScene();
  const at = (time: string) => mall.site.give(issue('civil-quick-1'), kiosk, jakarta('2026-07-13', time));
  assert.deepEqual(
    ['07:29', '07:30', '14:44', '14:45'].map((time) => at(time).ok),
    [false, true, true, false],
  );
  assert.deepEqual(at('14:45'), {
    ok: false,
    error: {
      code: 'site.ticketing',
      detail: { why: 'cutOff', name: null, opensDate: '2026-07-14', opensTime: '07:30' },
    },
  });
});

test('[D3] a day opened by hand gives numbers whatever the clock and the calendar say', () => {
  const mall = openScene();
  mall.gives({ kind: 'close-day' });
  mall.refuses('day.closed', issue('civil-quick-1'));
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' }, supervisor);
  mall.passes(14 * 60);
  mall.arrives('civil-quick-1');
});

test('[P1] in a pause of the mall the kiosk gives no numbers, in an agency’s it gives the others’', () => {
  const mall = openScene();
  mall.gives({ kind: 'start-pause', agencyId: 'bank', reason: 'systemDown', until: null });
  mall.refuses('service.closed', issue('civil-quick-1', 'bank-quick-1'));
  mall.arrives('civil-quick-1');
  mall.gives({ kind: 'start-pause', agencyId: null, reason: 'stretching', until: null });
  mall.refuses('pause.active', issue('civil-quick-1'));
});

test('[A2] the event of an issue says that somebody has priority, never which', () => {
  const mall = openScene();
  const [event] = mall.gives({ kind: 'issue', serviceIds: ['civil-quick-1'], priorityClass: 'elderly' }, reception);
  assert.ok(event?.type === 'ticket.issued');
  assert.equal(event.priority, true);
  assert.doesNotMatch(JSON.stringify([event, mall.hall()]), /elderly/);
  mall.refuses('priority.unknown', { kind: 'issue', serviceIds: ['civil-quick-1'], priorityClass: 'friend' });
  assert.equal(
    smallMall.priorityClasses.some(({ id }) => id === 'friend'),
    false,
  );
});
