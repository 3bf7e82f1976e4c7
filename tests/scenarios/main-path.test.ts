import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Catalogue, queuesAt } from '@antrean/domain';
import { give, type Mall, openMall, signIn, until } from '../mall.ts';

let mall: Mall;
let catalogue: Catalogue;
before(async () => {
  mall = await openMall();
  catalogue = mall.server.catalogue();
});
after(() => mall.close());

const kiosk = () => ({ token: mall.demo.kioskToken });
const issued = (body: unknown) =>
  body as { visit: { number: string }; tickets: { id: string; state: string; ahead: number }[]; statusUrl: string };

test('an officer’s one button gets exactly the visitor who took a number, and the display knows at once', async () => {
  const taken = await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.equal(taken.status, 201);
  const { visit, tickets, statusUrl } = issued(taken.body);
  assert.match(visit.number, /^[A-Z][QSL]001$/);
  assert.match(statusUrl, /\/t\/[\w-]{22}$/);

  const officer = await signIn(mall, counterFor('DKC-01'));
  assert.equal(
    (await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {})).body.code,
    'counter.closed',
  );
  assert.equal((await give(mall.url, officer, 'open', { counterId: officer.counterId }, {})).status, 200);
  const called = await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {});
  assert.deepEqual(
    [(called.body.ticket as { id: string }).id, (called.body.reason as { code: string }).code],
    [tickets[0]?.id, 'arrival'],
  );
  await until(() => mall.server.hall().calls.length > 0);
  const line = mall.server.hall().calls[0];
  assert.deepEqual([line?.number, line?.counterId], [visit.number, officer.counterId]);

  const params = { ticketId: tickets[0]?.id ?? '' };
  assert.equal((await give(mall.url, officer, 'recall', params, {})).body.code, 'ticket.tooSoon');
  mall.clock.at += 3_000;
  assert.equal((await give(mall.url, officer, 'recall', params, {})).status, 200);
  assert.equal((await give(mall.url, officer, 'start', params, {})).status, 200);
  const finished = await give(mall.url, officer, 'finish', params, { outcome: 'done' });
  assert.equal((finished.body.ticket as { state: string }).state, 'finished');
  const nobody = await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {});
  assert.deepEqual([nobody.status, nobody.body.ticket], [200, null]);

  const status = await fetch(`${mall.url}/api/v1/status/${statusUrl.split('/t/')[1]}`);
  const { number, tickets: legs } = (await status.json()) as { number: string; tickets: { state: string }[] };
  assert.deepEqual([number, legs[0]?.state], [visit.number, 'finished']);
});

test('one visit to several agencies has one number, and its legs wait at the same time', async () => {
  const taken = await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-02', 'JKN-01'], language: 'en' });
  const { visit, tickets } = issued(taken.body);
  assert.equal(tickets.length, 2);
  const first = await signIn(mall, counterFor('JKN-01'));
  await give(mall.url, first, 'open', { counterId: first.counterId }, {});
  const called = await give(mall.url, first, 'call-next', { counterId: first.counterId }, {});
  assert.equal((called.body.ticket as { number: string }).number, visit.number);
  const second = await signIn(mall, counterFor('DKC-02'));
  await give(mall.url, second, 'open', { counterId: second.counterId }, {});
  const held = await give(mall.url, second, 'call-next', { counterId: second.counterId }, {});
  assert.equal(held.body.ticket, null, 'the visitor is at the other counter');
});

test('an address without its last slash, and the kiosk of a demonstration with a station, lead to where they should', async () => {
  const leads = async (url: string) => (await fetch(url, { redirect: 'manual' })).headers.get('location');
  for (const screen of ['kiosk', 'counter', 'display', 'admin'])
    assert.equal(await leads(`${mall.url}/${screen}`), `/${screen}/`);
  const other = await openMall({ kioskUrl: 'http://localhost:9' });
  try {
    for (const name of ['kiosk', 'kiosk/', 'paper', 'paper/'])
      assert.equal(await leads(`${other.url}/${name}`), `http://localhost:9/${name.replace('/', '')}/`);
  } finally {
    await other.close();
  }
});

test('every service of the reference mall can be served: some counter works its queue', () => {
  for (const service of catalogue.services)
    assert.ok(
      catalogue.counters.some((place) => queuesAt(catalogue, place).some(({ id }) => id === service.queueId)),
      service.id,
    );
});

function counterFor(serviceId: string): string {
  const queueId = catalogue.services.find(({ id }) => id === serviceId)?.queueId;
  const place = catalogue.counters.find((counter) => queuesAt(catalogue, counter).some(({ id }) => id === queueId));
  assert.ok(place, serviceId);
  return place.id;
}
