import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, officerAt, openScene } from '../testing/scene.ts';
import { comparePlaces, placeBehind } from './call-order.ts';

function reasonOf(scene: ReturnType<typeof openScene>, ticketId: string | null) {
  const ticket = scene.ticket(ticketId ?? '');
  return ticket.state === 'called' ? ticket.reason : null;
}

test('[O1] who comes first is called first, and those of one moment in the order of their numbers', () => {
  const mall = openScene();
  const first = mall.arrives('civil-quick-1')[0];
  const sameMoment = mall.arrives('civil-quick-2')[0];
  mall.passes(1);
  const later = mall.arrives('civil-quick-1')[0];
  mall.opens('c1');
  assert.deepEqual([mall.serves('c1'), mall.serves('c1'), mall.serves('c1')], [first, sameMoment, later]);
});

test('[O1] [O2] [O5] five people of the morning are called as the example of the rules has it', () => {
  const mall = openScene();
  const served: string[] = [];
  const serve = () => {
    const ticketId = mall.serves('c3');
    if (ticketId) served.push(ticketId);
  };
  const a = mall.arrives('civil-quick-1')[0];
  mall.opens('c6');
  mall.passes(5);
  const m = mall.arrives('permits-quick-1')[0];
  assert.equal(mall.calls('c6'), m);
  mall.steps(m, { kind: 'start' });
  mall.passes(15);
  const b = mall.arrives('civil-quick-1')[0];
  mall.passes(20);
  const p = mall.arrives('civil-quick-1', 'elderly')[0];
  mall.passes(10);
  const forwarded = mall.steps(m, { kind: 'forward', inOrder: false, outcome: 'forwarded' }, ['civil-quick-2'])[0];
  const secondLeg = forwarded?.type === 'ticket.forwarded' ? forwarded.ticketId : '';
  mall.passes(5);
  const r = mall.arrives('civil-quick-1', 'elderly')[0];
  mall.passes(5);
  mall.opens('c3');
  for (let n = 0; n < 5; n += 1) serve();
  assert.deepEqual(served, [a, secondLeg, p, b, r]);
});

test('[O2] two classes with different head starts overtake by exactly their minutes', () => {
  const mall = openScene();
  const regular = mall.arrives('civil-quick-1')[0];
  mall.passes(31);
  const elderly = mall.arrives('civil-quick-1', 'elderly')[0];
  const island = mall.arrives('civil-quick-1', 'island')[0];
  mall.opens('c1');
  assert.deepEqual([mall.serves('c1'), mall.serves('c1'), mall.serves('c1')], [island, regular, elderly]);
});

test('[O3] a counter of two agencies takes turns by arrival, not by agency', () => {
  const mall = openScene();
  const arrivals = ['permits-quick-1', 'civil-quick-1', 'permits-quick-1', 'civil-quick-2'].map((serviceId) => {
    mall.passes(1);
    return mall.arrives(serviceId)[0];
  });
  mall.opens('c3');
  assert.deepEqual(
    arrivals.map(() => mall.serves('c3')),
    arrivals,
  );
});

test('[O4] who reports back is called behind the third then waiting', () => {
  const mall = openScene();
  mall.opens('c1');
  const missing = mall.arrives('civil-quick-1')[0];
  const [a, b, c, d] = [1, 2, 3, 4].map(() => mall.arrives('civil-quick-1')[0]);
  mall.misses(mall.calls('c1') ?? '');
  mall.steps(missing, { kind: 'requeue' });
  assert.deepEqual(
    [1, 2, 3, 4, 5].map(() => mall.serves('c1')),
    [a, b, c, missing, d],
  );
});

test('[O4] who reports back to a short line is called last', () => {
  const mall = openScene();
  mall.opens('c1');
  const missing = mall.arrives('civil-quick-1')[0];
  const other = mall.arrives('civil-quick-1')[0];
  mall.misses(mall.calls('c1') ?? '');
  mall.steps(missing, { kind: 'requeue' });
  assert.deepEqual([mall.serves('c1'), mall.serves('c1')], [other, missing]);
});

test('[O4] two who report back behind the same third are called in the order in which they reported', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [x, y] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  const [a, b, c, d] = [1, 2, 3, 4].map(() => mall.arrives('civil-quick-1')[0]);
  mall.calls('c1');
  mall.calls('c2');
  mall.misses(x);
  mall.misses(y);
  mall.steps(y, { kind: 'requeue' });
  mall.steps(x, { kind: 'requeue' });
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map(() => mall.serves('c1')),
    [a, b, c, y, x, d],
  );
});

test('[O4] who was called out of order and missed it gains nothing by reporting back', () => {
  const mall = openScene();
  mall.opens('c1');
  const line = [1, 2, 3, 4, 5].map(() => mall.arrives('civil-quick-1')[0]);
  const favoured = mall.arrives('civil-quick-1')[0];
  mall.gives({ kind: 'call', counterId: 'c1', ticketId: favoured, why: 'other' });
  mall.misses(favoured);
  mall.steps(favoured, { kind: 'requeue' });
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map(() => mall.serves('c1')),
    [...line, favoured],
  );
  const own = { eligibleAt: 9, order: 9, behind: 0 };
  assert.deepEqual(placeBehind([{ eligibleAt: 1, order: 1, behind: 0 }], own), { eligibleAt: 9, order: 9 });
});

test('[O5] a transferred visitor goes before those who came later to the other queue', () => {
  const mall = openScene();
  mall.opens('c1', 'c6');
  const lost = mall.arrives('civil-quick-1')[0];
  mall.passes(10);
  const permits = mall.arrives('permits-quick-1')[0];
  mall.calls('c1');
  mall.steps(lost, { kind: 'transfer' }, ['permits-quick-1']);
  assert.equal(mall.calls('c6'), lost);
  assert.deepEqual(reasonOf(mall, lost), { code: 'credit', since: jakarta('2026-07-13', '08:00') });
  mall.steps(lost, { kind: 'start' });
  mall.steps(lost, { kind: 'finish', outcome: 'done' });
  assert.equal(mall.calls('c6'), permits);
});

test('[O6] every call says why: arrival, head start, back from missing, back from parking, picked', () => {
  const mall = openScene();
  mall.opens('c1');
  const since = mall.now();
  const plain = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  assert.deepEqual(reasonOf(mall, plain), { code: 'arrival', since });
  mall.misses(plain);
  mall.steps(plain, { kind: 'requeue' });
  mall.calls('c1');
  assert.deepEqual(reasonOf(mall, plain), { code: 'reportedBack', since });
  mall.steps(plain, { kind: 'park', minutes: 5 });
  mall.steps(plain, { kind: 'resume' }, [], officerAt('c1'));
  mall.calls('c1');
  assert.deepEqual(reasonOf(mall, plain), { code: 'resumed', since });
  mall.steps(plain, { kind: 'cancel' });
  const elderly = mall.arrives('civil-quick-1', 'elderly')[0];
  mall.calls('c1');
  assert.deepEqual(reasonOf(mall, elderly), { code: 'headStart', since: mall.now(), minutes: 30 });
  mall.steps(elderly, { kind: 'cancel' });
  const picked = mall.arrives('civil-quick-1')[0];
  mall.gives({ kind: 'call', counterId: 'c1', ticketId: picked, why: 'other' });
  assert.deepEqual(reasonOf(mall, picked), { code: 'picked', why: 'other' });
});

test('[O1] places are ordered by eligibility, then issue, then report', () => {
  const place = (eligibleAt: number, order: number, behind = 0) => ({ eligibleAt, order, behind });
  const sorted = [place(1, 9), place(2, 1), place(2, 2), place(2, 2, 7), place(2, 2, 8), place(2, 3)];
  assert.deepEqual([...sorted].reverse().sort(comparePlaces), sorted);
});
