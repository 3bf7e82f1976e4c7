import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene, type Scene, supervisor } from '../testing/scene.ts';
import { oddEvents, odditiesOf } from './oddities.ts';

function oddities(mall: Scene) {
  const wanted: readonly string[] = oddEvents;
  const deeds = mall.site.log
    .filter(({ type }) => wanted.includes(type))
    .map((event) => ({ ...event, officer: 'Ayu' }));
  return odditiesOf(deeds, Object.values(mall.hall().pauses), { since: mall.site.log[0]?.at ?? 0, at: mall.now() });
}

test('[V10] calls out of order, overtakings and misses are told with their reasons', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [first, late] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  const elder = mall.arrives('civil-quick-1', 'elderly')[0];
  mall.gives({ kind: 'call', counterId: 'c1', ticketId: late, why: 'frail' });
  mall.steps(late, { kind: 'cancel' });
  mall.calls('c1');
  mall.steps(elder, { kind: 'start' });
  mall.calls('c2');
  const calledAt = mall.now();
  mall.misses(first);
  const { outOfOrder, overtakings, noShows } = oddities(mall);
  assert.deepEqual(
    outOfOrder.map(({ ticketId, why, officer }) => [ticketId, why, officer]),
    [[late, 'frail', 'Ayu']],
  );
  assert.deepEqual(
    overtakings.map(({ ticketId, minutes, officer }) => [ticketId, minutes, officer]),
    [[elder, 30, 'Ayu']],
  );
  assert.deepEqual(
    noShows.map(({ ticketId, counterId, callsAt, officer }) => [ticketId, counterId, callsAt, officer]),
    [[first, 'c2', [calledAt, calledAt + 20_000, calledAt + 40_000], 'Ayu']],
  );
  mall.gives({ kind: 'undo', counterId: 'c2' });
  assert.deepEqual(oddities(mall).noShows, []);
});

test('[V10] what a supervisor changed is told with the values, and lost minutes are counted for each agency', () => {
  const mall = openScene();
  const down = (agencyId: string | null) =>
    mall.gives({ kind: 'start-pause', agencyId, reason: 'systemDown', until: null }, supervisor);
  down('civil');
  mall.passes(12);
  mall.gives({ kind: 'end-pause', pauseId: Object.keys(mall.hall().pauses)[0] ?? '' });
  down('bank');
  down('civil');
  mall.passes(3);
  mall.gives({ kind: 'set-quota', serviceId: 'civil-quick-1', quota: 4 });
  mall.gives(
    { kind: 'counter', counterId: 'c1', step: { kind: 'assign-counter', agencyIds: ['bank', 'civil'] } },
    supervisor,
  );
  const { acts, systemDown } = oddities(mall);
  assert.deepEqual(systemDown, [
    { agencyId: 'civil', minutes: 15 },
    { agencyId: 'bank', minutes: 3 },
  ]);
  assert.deepEqual(acts.at(-2)?.values, { serviceId: 'civil-quick-1', quota: 4 });
  assert.deepEqual(acts.at(-1)?.values, { counterId: 'c1', agencyIds: 'bank, civil' });
});

test('[V10] who reported back is told, and whose pause it was that somebody ended', () => {
  const mall = openScene();
  mall.opens('c1');
  const [ticket] = mall.arrives('civil-quick-1');
  mall.calls('c1');
  mall.misses(ticket);
  mall.steps(ticket, { kind: 'requeue' });
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'meal', until: null }, supervisor);
  const [pauseId = ''] = Object.keys(mall.hall().pauses);
  mall.gives({ kind: 'end-pause', pauseId });
  const told = oddities(mall).acts.map(({ type, values }) => [type, values.ticketId ?? values.agencyId]);
  assert.deepEqual(told.slice(-3), [
    ['ticket.requeued', ticket],
    ['pause.started', 'civil'],
    ['pause.ended', 'civil'],
  ]);
});

test('[V10] a counter that a supervisor closes is told with the reason; one that its officer closes is nothing odd', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  mall.atCounter('c2', { kind: 'close' });
  mall.gives({ kind: 'counter', counterId: 'c1', step: { kind: 'release-counter', reason: 'left' } }, supervisor);
  assert.deepEqual(
    oddities(mall).acts.flatMap(({ type, values }) => (type.startsWith('counter.') ? [[type, values]] : [])),
    [['counter.closed', { counterId: 'c1', reason: 'left' }]],
  );
});
