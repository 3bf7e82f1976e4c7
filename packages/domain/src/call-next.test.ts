import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kiosk, officerAt, openScene } from '../testing/scene.ts';

const callNext = (counterId: string) => ({ kind: 'call-next', counterId }) as const;
const pick = (counterId: string, ticketId: string) => ({ kind: 'call', counterId, ticketId, why: 'other' }) as const;

test('[H2] two counters that press at once get two different tickets, and a second press gets none', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [a, b] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  mall.arrives('civil-quick-1');
  assert.deepEqual([mall.calls('c1'), mall.calls('c2')], [a, b]);
  mall.refuses('counter.busy', callNext('c1'));
});

test('[H1] nobody is called to a counter that is closed, paused, or not the officer’s own', () => {
  const mall = openScene();
  mall.arrives('civil-quick-1');
  mall.refuses('counter.closed', callNext('c1'));
  mall.opens('c1');
  mall.refuses('access.denied', callNext('c1'), officerAt('c2'));
  mall.refuses('access.denied', callNext('c1'), kiosk);
  mall.atCounter('c1', { kind: 'pause', reason: 'prayer' });
  mall.refuses('counter.paused', callNext('c1'));
});

test('[C1] a counter calls only for its own track and agencies, and an empty hall calls nobody', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-long-1');
  mall.arrives('bank-quick-1');
  assert.equal(mall.calls('c1'), null);
});

test('[P1] in a pause of the mall nobody is called; in an agency’s the counter calls for its other agency', () => {
  const mall = openScene();
  mall.opens('c3');
  const civil = mall.arrives('civil-quick-1')[0];
  const permits = mall.arrives('permits-quick-1')[0];
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: null });
  assert.equal(mall.serves('c3'), permits);
  mall.refuses('pause.active', callNext('c3'));
  mall.refuses('pause.active', pick('c3', civil));
  mall.gives({ kind: 'start-pause', agencyId: null, reason: 'stretching', until: null });
  mall.refuses('pause.active', callNext('c3'));
  for (const { id } of Object.values(mall.hall().pauses)) mall.gives({ kind: 'end-pause', pauseId: id });
  assert.equal(mall.serves('c3'), civil);
});

test('[P1] a refusal names the pause of the agency that waits, not that of another', () => {
  const mall = openScene();
  mall.opens('c1');
  mall.arrives('civil-quick-1');
  mall.gives({ kind: 'start-pause', agencyId: 'bank', reason: 'meeting', until: null });
  mall.gives({ kind: 'start-pause', agencyId: 'civil', reason: 'systemDown', until: null });
  const refused = mall.site.give(callNext('c1'), officerAt('c1'), mall.now());
  assert.deepEqual(refused, {
    ok: false,
    error: { code: 'pause.active', detail: { reason: 'systemDown', until: null } },
  });
});

test('[O7] an officer with the permission calls one out of order, and nobody else moves', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const [a, b, c] = [1, 2, 3].map(() => mall.arrives('civil-quick-1')[0]);
  mall.refuses('access.denied', pick('c1', c ?? ''), { ...officerAt('c1'), roles: ['officer'] });
  mall.gives(pick('c1', c ?? ''));
  mall.refuses('ticket.state', pick('c2', c ?? ''));
  assert.deepEqual([mall.serves('c2'), mall.serves('c2')], [a, b]);
});

test('[O7] [C1] a ticket of another track, one in another place now, and one that comes later cannot be picked', () => {
  const mall = openScene();
  mall.opens('c1', 'c6');
  const long = mall.arrives('civil-long-1')[0];
  mall.refuses('counter.track', pick('c1', long));
  const [, second = ''] = mall.arrives(['permits-quick-1', 'civil-quick-1']);
  const called = mall.calls('c6') ?? '';
  mall.refuses('visit.busy', pick('c1', second));
  mall.steps(called, { kind: 'start' });
  const [first, later] = mall.steps(called, { kind: 'forward', inOrder: true, outcome: 'forwarded' }, [
    'bank-quick-1',
    'civil-quick-2',
  ]);
  assert.ok(first?.type === 'ticket.forwarded' && later?.type === 'ticket.forwarded');
  mall.refuses('ticket.held', pick('c1', later.ticketId));
});
