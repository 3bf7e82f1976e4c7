import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jakarta, openScene, supervisor } from '../testing/scene.ts';
import { smallMall } from '../testing/small-mall.ts';
import { counterView } from './counter-view.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';

test('[V1] the kiosk says which service is full, which rests, and which is open', () => {
  const mall = openScene();
  for (let n = 0; n < 3; n += 1) mall.arrives('permits-quick-2');
  mall.gives({ kind: 'start-pause', agencyId: 'bank', reason: 'systemDown', until: null });
  const view = kioskView(mall.hall(), smallMall, mall.now());
  const offers = view.agencies.flatMap((agency) => agency.offers);
  const said = (id: string) => {
    const offer = offers.find(({ service }) => service.id === id);
    return offer?.open === false ? offer.why : offer?.open;
  };
  assert.deepEqual([said('permits-quick-2'), said('bank-quick-1'), said('civil-quick-1')], ['quota', 'paused', true]);
  assert.equal(view.shut, null);
});

test('[V1] a shut kiosk says why as the server would, and one opened by hand says that too', () => {
  const mall = openScene();
  const night = jakarta('2026-07-13', '22:00');
  assert.equal(kioskView(mall.hall(), smallMall, night).shut?.code, 'site.ticketing');
  mall.gives({ kind: 'close-day' });
  assert.equal(kioskView(mall.hall(), smallMall, mall.now()).shut?.code, 'day.closed');
  mall.gives({ kind: 'open-day', serviceDay: '2026-07-13', by: 'hand' }, supervisor);
  const { shut, openedByHand } = kioskView(mall.hall(), smallMall, night);
  assert.deepEqual([shut, openedByHand], [null, true]);
});

test('[V6] a self service names the stations that are free, until somebody waits or the mall wants numbers', () => {
  const mall = openScene();
  const free = (serviceId: string, catalogue = smallMall) => {
    const offers = kioskView(mall.hall(), catalogue, mall.now()).agencies.flatMap((agency) => agency.offers);
    const offer = offers.find(({ service }) => service.id === serviceId);
    return offer?.open === true ? offer.freeCounters : null;
  };
  assert.deepEqual(free('civil-self-1'), [], 'no station is open');
  mall.opens('c1', 'c4');
  assert.deepEqual(free('civil-self-1'), ['4']);
  assert.deepEqual(free('civil-quick-1'), [], 'only self services are done without a number');
  const ticketRule = { ...smallMall, rules: { ...smallMall.rules, selfService: 'ticket' as const } };
  assert.deepEqual(free('civil-self-1', ticketRule), []);
  mall.arrives('health-self-1');
  assert.deepEqual(free('civil-self-1'), [], 'somebody waits for this very station');
  mall.calls('c4');
  assert.deepEqual(free('civil-self-1'), [], 'the station is taken');
});

test('[V2] a counter sees its line in call order, and apart from it who cannot be called yet', () => {
  const mall = openScene();
  mall.opens('c1', 'c3', 'c9');
  const [elsewhere] = mall.arrives(['bank-quick-1', 'civil-quick-1']);
  mall.calls('c9');
  const regular = mall.arrives('civil-quick-1')[0];
  const resting = mall.arrives('permits-quick-1')[0];
  mall.passes(10);
  const elderly = mall.arrives('civil-quick-1', 'elderly')[0];
  mall.gives({ kind: 'start-pause', agencyId: 'permits', reason: 'systemDown', until: null });
  const view = counterView(mall.hall(), smallMall, 'c3');
  assert.deepEqual(
    view?.waiting.map(({ ticket }) => ticket.id),
    [elderly, regular],
  );
  assert.deepEqual(
    view?.held.map(({ ticket, visit }) => [ticket.id === resting, visit.id === mall.ticket(elsewhere).visitId]),
    [
      [false, true],
      [true, false],
    ],
  );
  assert.equal(view?.pauses.length, 1);
  assert.equal(counterView(mall.hall(), smallMall, 'none'), undefined);
});

test('[V2] a counter sees who is present with the other legs, who is parked, who was missed, and its mean', () => {
  const mall = openScene();
  mall.opens('c1');
  const [parked, missed] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1')[0]];
  const [present, otherLeg] = mall.arrives(['civil-quick-1', 'bank-quick-1']);
  mall.calls('c1');
  mall.steps(parked, { kind: 'park', minutes: 30 });
  mall.calls('c1');
  mall.misses(missed);
  mall.calls('c1');
  const view = counterView(mall.hall(), smallMall, 'c1');
  assert.equal(view?.present?.ticket.id, present);
  assert.deepEqual(
    [view?.present?.otherLegs, view?.parked, view?.missed].map((cards) => cards?.map(({ ticket }) => ticket.id)),
    [[otherLeg], [parked], [missed]],
  );
  assert.equal(view?.meanServiceMinutes, null);
  mall.steps(present, { kind: 'start' });
  mall.passes(8);
  mall.steps(present, { kind: 'finish', outcome: 'done' });
  assert.equal(counterView(mall.hall(), smallMall, 'c1')?.meanServiceMinutes, 8);
});

test('[V4] a display shows the newest call first, moves a recall up, and keeps to its zone', () => {
  const mall = openScene();
  mall.opens('c1', 'c2', 'c9');
  const [a, b] = [mall.arrives('civil-quick-1')[0], mall.arrives('civil-quick-1', 'elderly')[0]];
  const bank = mall.arrives('bank-quick-1')[0];
  mall.arrives('bank-long-1');
  assert.equal(mall.calls('c1'), b);
  mall.passes(1);
  assert.equal(mall.calls('c2'), a);
  mall.passes(1);
  assert.equal(mall.calls('c9'), bank);
  mall.passes(1);
  mall.recalls(b);
  const all = displayView(mall.hall(), smallMall, null);
  assert.deepEqual(
    all.nowServing.map(({ number, state, times }) => [number, state, times]),
    [
      ['BQ002', 'called', 2],
      ['MQ001', 'called', 1],
      ['BQ001', 'called', 1],
    ],
  );
  assert.deepEqual(
    all.lastCalls.map(({ number, counter }) => [number, counter.name]),
    [
      ['BQ002', '1'],
      ['MQ001', '9'],
      ['BQ001', '2'],
    ],
  );
  assert.deepEqual(all.waitingByTrack, { quick: 0, self: 0, long: 1 });
  const upstairs = displayView(mall.hall(), smallMall, 'floor-2');
  assert.deepEqual([upstairs.nowServing.length, upstairs.lastCalls.length, upstairs.isOpen], [1, 1, true]);
  assert.doesNotMatch(JSON.stringify(all), /elderly|officer/);
});
