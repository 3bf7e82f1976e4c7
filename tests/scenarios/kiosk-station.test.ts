import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openKiosk, press } from '../kiosk.ts';
import { type Mall, openMall } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

/** The numbers that the mall gave since the last look. */
const seen = new Set<string>();
function newNumbers(): readonly string[] {
  const visits = Object.values(mall.server.hall().visits).filter(({ id }) => !seen.has(id));
  for (const { id } of visits) seen.add(id);
  return visits.map(({ number }) => number);
}

test('a press at the kiosk gives one number of the mall and one slip that leads to its page', async (t) => {
  const { kiosk, device, wire, reported } = await openKiosk(t, mall);
  const taken = await kiosk.takeNumber({ ...press('POL-01'), priorityClass: 'elderly', language: 'en' });
  assert.ok(taken.ok);
  const { issued, slip } = taken.value;
  assert.equal(slip.kind, 'PRINTED');
  assert.deepEqual(newNumbers(), [issued.visit.number]);

  const [paper, second] = device.slips();
  assert.ok(paper && second === undefined);
  assert.equal(paper.paper.overflow, 0);
  const { agencies, services } = mall.server.catalogue();
  const service = services.find(({ id }) => id === 'POL-01');
  const agency = agencies.find(({ id }) => id === service?.agencyId);
  assert.ok(service?.bring[0] && agency);
  for (const words of [issued.visit.number, 'PRIORITAS / PRIORITY', 'Senin, 23 November 2026, 08.00 WIB', 'Loket'])
    assert.ok(paper.text.includes(words), `${words} is missing on\n${paper.text}`);
  const unwrapped = paper.text.replace(/\s+/g, ' ');
  for (const words of [agency.name, service.name, service.bring[0]])
    assert.ok(unwrapped.includes(words), `${words} is missing on\n${paper.text}`);
  assert.ok(!/lansia|elderly/i.test(paper.text), 'the paper tells which class');
  const address = /\[QR (.*)\]/.exec(paper.text)?.[1] ?? '';
  assert.match(address, /\/t\/[\w-]{22}$/);
  const status = await fetch(`${mall.url}/api/v1/status/${address.split('/t/')[1]}`);
  assert.match(await status.text(), new RegExp(issued.visit.number));
  await reported(1);
  assert.deepEqual(
    wire.crossed().map(({ name }) => name),
    ['catalogue', 'tickets', 'print-outcome'],
  );
});

test('the slip of a visit is told to the server as it ended, for each of its tickets', async (t) => {
  const { kiosk, reported } = await openKiosk(t, mall);
  const taken = await kiosk.takeNumber(press('DKC-02', 'JKN-01'));
  assert.ok(taken.ok);
  const { jobId } = taken.value.slip;
  assert.deepEqual(
    (await reported(2)).map(({ body, status }) => ({ body, status })),
    [0, 1].map(() => ({ body: { outcome: 'PRINTED', jobId }, status: 200 })),
  );
});

test('pressing twice gives one number and one slip, at once or later', async (t) => {
  const { kiosk, device, wire } = await openKiosk(t, mall);
  newNumbers();
  const once = press('DKC-02');
  const [first, second] = await Promise.all([kiosk.takeNumber(once), kiosk.takeNumber(once)]);
  assert.ok(first.ok);
  assert.deepEqual(second, first);
  assert.deepEqual(await kiosk.takeNumber(once), first);
  assert.deepEqual(newNumbers(), [first.value.issued.visit.number]);
  assert.equal(device.slips().length, 1);
  assert.equal(wire.crossed('tickets').length, 1);
});

for (const fate of ['lost', 'answerLost'] as const)
  test(`a press that was ${fate} on its way gives one number and one slip when it is pressed again`, async (t) => {
    const { kiosk, device, wire } = await openKiosk(t, mall);
    newNumbers();
    const once = press('DKC-02');
    wire.next('tickets', fate);
    assert.deepEqual(await kiosk.takeNumber(once), { ok: false, error: { code: 'link.down' } });
    assert.equal(device.slips().length, 0);
    const taken = await kiosk.takeNumber(once);
    assert.ok(taken.ok);
    assert.deepEqual(
      wire.crossed('tickets').map(({ key, status }) => ({ key, status })),
      [null, 201].map((status) => ({ key: once.pressId, status })),
    );
    assert.deepEqual(newNumbers(), [taken.value.issued.visit.number]);
    assert.equal(device.slips().length, 1);
  });

test('three services of one visit stand on one slip with one number', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  const taken = await kiosk.takeNumber(press('DKC-01', 'JKN-01', 'POL-01'));
  assert.ok(taken.ok);
  assert.equal(device.slips().length, 1);
  const text = device.slips()[0]?.text ?? '';
  assert.equal(text.match(new RegExp(`^ *${taken.value.issued.visit.number}$`, 'gm'))?.length, 1);
  for (const place of ['1. ', '2. ', '3. ']) assert.ok(text.includes(`\n${place}`), text);
});

test('a service that the mall does not have gets no number and no paper', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  newNumbers();
  const taken = await kiosk.takeNumber({ pressId: randomUUID(), serviceIds: ['NO-99'] });
  assert.equal(!taken.ok && taken.error.code, 'service.unknown');
  assert.deepEqual(newNumbers(), []);
  assert.equal(device.slips().length, 0);
});

test('without the names that stand on a slip no number is asked for', async (t) => {
  const { kiosk, device, wire } = await openKiosk(t, mall);
  newNumbers();
  wire.next('catalogue', 'lost');
  assert.deepEqual(await kiosk.takeNumber(press('DKC-02')), { ok: false, error: { code: 'link.down' } });
  assert.equal(wire.crossed('tickets').length, 0);
  assert.deepEqual(newNumbers(), []);
  assert.ok((await kiosk.takeNumber(press('DKC-02'))).ok);
  assert.equal(device.slips().length, 1);
});

test('names older than a minute are fetched anew, and do all the same when they cannot be', async (t) => {
  const { kiosk, device, wire } = await openKiosk(t, mall);
  const take = async () => assert.ok((await kiosk.takeNumber(press('DKC-02'))).ok);
  await take();
  await take();
  assert.equal(wire.crossed('catalogue').length, 1);
  mall.clock.at += 61_000;
  wire.next('catalogue', 'lost');
  await take();
  assert.deepEqual(
    wire.crossed('catalogue').map(({ status }) => status),
    [200, null],
  );
  assert.equal(device.slips().length, 3);
});
