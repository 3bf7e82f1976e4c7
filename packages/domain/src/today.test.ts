import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kiosk, minute, officerAt, openScene, reception, supervisor, system } from '../testing/scene.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { lookUp } from './register.ts';

test('[S14] a visitor has twenty seconds before the next call, and after the last one', () => {
  const mall = openScene();
  mall.opens('c1');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  const recall = { kind: 'step', ticketId, step: { kind: 'recall' } } as const;
  mall.passes(19 / 60);
  const early = mall.site.give(recall, officerAt('c1'), mall.now());
  assert.deepEqual(early, { ok: false, error: { code: 'ticket.tooSoon', detail: { seconds: 1 } } });
  mall.recalls(ticketId);
  mall.recalls(ticketId);
  mall.refuses('ticket.tooSoon', { kind: 'step', ticketId, step: { kind: 'no-show' } });
  mall.passes(20 / 60);
  mall.steps(ticketId, { kind: 'no-show' });
});

test('[S16] reception or the officer at the counter asks the kiosk for the slip once more', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const ticketId = mall.arrives('civil-quick-1')[0];
  const reprint = { kind: 'reprint', ticketId } as const;
  mall.refuses('ticket.state', reprint, officerAt('c1'));
  mall.gives(reprint, reception);
  mall.calls('c1');
  mall.refuses('ticket.notYours', reprint, officerAt('c2'));
  mall.refuses('access.denied', reprint, kiosk);
  const { visitId } = mall.ticket(ticketId);
  assert.deepEqual(
    mall.gives(reprint, officerAt('c1')).map(({ type, ...rest }) => [type, 'deviceId' in rest && rest.deviceId]),
    [['ticket.reprintAsked', 'kiosk']],
  );
  mall.steps(ticketId, { kind: 'cancel' });
  mall.refuses('ticket.state', reprint, reception);
  assert.equal(lookUp(mall.hall().visits, visitId), undefined);
});

test('[A4] a note is told by an event that says nothing of it', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const ticketId = mall.arrives('civil-quick-1')[0];
  mall.refuses('ticket.state', { kind: 'note', ticketId }, officerAt('c1'));
  mall.calls('c1');
  mall.refuses('ticket.notYours', { kind: 'note', ticketId }, officerAt('c2'));
  const [noted] = mall.gives({ kind: 'note', ticketId });
  assert.deepEqual(noted, { seq: mall.hall().seq, at: mall.now(), type: 'ticket.noted', ticketId });
});

test('[Q3] a quota is changed or lifted for today, and tomorrow it is the catalogue’s', () => {
  const mall = openScene();
  const full = () => {
    const offers = kioskView(mall.hall(), mall.site.catalogue, mall.now()).agencies.flatMap((agency) => agency.offers);
    return offers.flatMap(({ service, ...offer }) => (!offer.open && offer.why === 'quota' ? [service.id] : []));
  };
  const take = (serviceId: string) => ({ kind: 'issue', serviceIds: [serviceId] }) as const;
  const set = (serviceId: string, quota: number | null) => ({ kind: 'set-quota', serviceId, quota }) as const;
  mall.gives(set('civil-quick-1', 0));
  mall.refuses('service.quota', take('civil-quick-1'));
  assert.deepEqual(full(), ['civil-quick-1']);
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  mall.refuses('service.quota', take('permits-quick-2'));
  mall.gives(set('permits-quick-2', null));
  mall.arrives('permits-quick-2');
  assert.deepEqual(mall.gives(set('permits-quick-2', null)), []);
  mall.refuses('service.unknown', set('none', 3));
  mall.refuses('access.denied', set('civil-quick-1', 9), officerAt('c1'));
  mall.gives({ kind: 'close-day' });
  mall.refuses('day.closed', set('civil-quick-1', 9));
  mall.passes(24 * 60);
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' }, system);
  mall.arrives('civil-quick-1');
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  mall.refuses('service.quota', take('permits-quick-2'));
});

test('[D8] a supervisor closes the giving of numbers and opens it again; those given are called', () => {
  const mall = openScene();
  mall.opens('c1');
  const before = mall.arrives('civil-quick-1')[0];
  const take = { kind: 'issue', serviceIds: ['civil-quick-1'] } as const;
  mall.refuses('access.denied', { kind: 'close-ticketing' }, officerAt('c1'));
  mall.gives({ kind: 'close-ticketing' });
  const given = mall.site.give(take, kiosk, mall.now());
  assert.equal(given.ok ? null : given.error.detail?.why, 'closedByHand');
  assert.equal(kioskView(mall.hall(), mall.site.catalogue, mall.now()).shut?.code, 'site.ticketing');
  assert.equal(mall.calls('c1'), before);
  assert.deepEqual(mall.gives({ kind: 'close-ticketing' }), []);
  mall.gives({ kind: 'open-ticketing' });
  mall.arrives('civil-quick-1');
  mall.gives({ kind: 'close-ticketing' });
  mall.gives({ kind: 'close-day' });
  mall.passes(24 * 60);
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' }, system);
  mall.arrives('civil-quick-1');
});

test('[V7] a message stands on the displays of its zone until its time, or until it is taken away', () => {
  const mall = openScene();
  const seen = (zoneId: string | null) =>
    displayView(mall.hall(), mall.site.catalogue, zoneId).notices.map(({ text }) => text);
  const post = (text: string, zoneId: string | null, until: number | null) =>
    mall.gives({ kind: 'post-notice', text, zoneId, until });
  post('all', null, mall.now() + 5 * minute);
  post('upstairs', 'floor-2', null);
  assert.deepEqual([seen(null), seen('floor-1'), seen('floor-2')], [['all', 'upstairs'], ['all'], ['all', 'upstairs']]);
  mall.passes(5);
  mall.gives({ kind: 'tick' });
  assert.deepEqual(seen('floor-2'), ['upstairs']);
  const noticeId = Object.keys(mall.hall().notices)[0] ?? '';
  mall.refuses('access.denied', { kind: 'withdraw-notice', noticeId }, officerAt('c1'));
  mall.gives({ kind: 'withdraw-notice', noticeId });
  mall.refuses('notice.unknown', { kind: 'withdraw-notice', noticeId });
  assert.deepEqual(mall.hall().notices, {});
});

test('[C7] [C6] a counter works other agencies for today, and never leaves the agency of whoever is at it', () => {
  const mall = openScene();
  mall.opens('c1');
  const bill = mall.arrives('bank-quick-1')[0];
  assert.equal(mall.calls('c1'), null);
  const assign = (agencyIds: readonly string[] | null) =>
    ({ kind: 'counter', counterId: 'c1', step: { kind: 'assign-counter', agencyIds } }) as const;
  mall.refuses('access.denied', assign(['bank']), officerAt('c1'));
  mall.gives(assign(['bank']), supervisor);
  assert.deepEqual(mall.gives(assign(['bank']), supervisor), []);
  assert.equal(mall.calls('c1'), bill);
  mall.refuses('counter.busy', assign(null), supervisor);
  mall.gives(assign(['civil', 'bank']), supervisor);
  mall.steps(bill, { kind: 'cancel' });
  mall.gives({ kind: 'close-day' });
  mall.passes(24 * 60);
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-14', by: 'calendar' }, system);
  assert.equal(mall.counter('c1').agencyIds, null);
});

test('[C10] a counter hands its queue over in one act: nobody loses a place, and a busy counter may take it on', () => {
  const mall = openScene();
  mall.opens('c9', 'c8');
  const [first, second] = [mall.arrives('bank-quick-1')[0], mall.arrives('bank-quick-1')[0]];
  const own = mall.arrives('health-quick-1')[0];
  mall.calls('c9');
  mall.calls('c8');
  const handOver = (toCounterId: string, agencyIds = ['bank']) =>
    ({
      kind: 'counter',
      counterId: 'c9',
      step: { kind: 'hand-over-counter', toCounterId, agencyIds, reason: 'staff' },
    }) as const;
  mall.refuses('access.denied', handOver('c8'), officerAt('c9'));
  mall.refuses('counter.track', handOver('c10'), supervisor);
  mall.refuses('counter.unknown', handOver('c9'), supervisor);
  mall.refuses('counter.unknown', handOver('c99'), supervisor);
  assert.deepEqual(
    mall.gives(handOver('c8'), supervisor).map(({ type }) => type),
    ['ticket.released', 'counter.closed', 'counter.assigned'],
  );
  assert.deepEqual(mall.counter('c8').agencyIds, ['health', 'bank']);
  mall.steps(own, { kind: 'cancel' });
  assert.equal(mall.serves('c8'), first);
  assert.equal(mall.calls('c8'), second);
  // A closed counter takes over what another closed one has left; what it serves already is not assigned again.
  assert.deepEqual(
    mall.gives(handOver('c1'), supervisor).map(({ type }) => type),
    ['counter.assigned'],
  );
  assert.deepEqual(mall.gives(handOver('c11'), supervisor), []);
});

test('[C8] an abandoned counter is freed, and its visitor is the next in the old place', () => {
  const mall = openScene();
  mall.opens('c1', 'c2');
  const first = mall.arrives('civil-quick-1')[0];
  mall.arrives('civil-quick-1');
  mall.calls('c1');
  mall.steps(first, { kind: 'start' });
  const release = { kind: 'counter', counterId: 'c1', step: { kind: 'release-counter', reason: 'left' } } as const;
  mall.refuses('access.denied', release, officerAt('c1'));
  assert.deepEqual(
    mall.gives(release, supervisor).map(({ type }) => type),
    ['ticket.released', 'counter.closed'],
  );
  assert.equal(mall.counter('c1').served, 0);
  mall.refuses('ticket.state', { kind: 'step', ticketId: first, step: { kind: 'void', reason: 'asked' } }, kiosk);
  assert.equal(mall.calls('c2'), first);
  mall.refuses('counter.closed', release, supervisor);
  mall.opens('c1');
  mall.atCounter('c1', { kind: 'pause', reason: 'meal' });
  assert.deepEqual(
    mall.gives(release, supervisor).map(({ type }) => type),
    ['counter.closed'],
  );
});
