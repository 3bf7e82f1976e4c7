import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import { openKiosk, press } from '../kiosk.ts';
import { type Mall, openMall, until } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

/** The numbers that the mall gave since the last look. */
const seen = new Set<string>();
function newNumbers(): readonly string[] {
  const visits = listOf(mall.server.hall().visits).filter(({ id }) => !seen.has(id));
  for (const { id } of visits) seen.add(id);
  return visits.map(({ number }) => number);
}

test('a press at the kiosk gives one number of the mall and one slip that leads to its page', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  newNumbers();
  const taken = await kiosk.takeNumber({ ...press('POL-01'), priorityClass: 'elderly', language: 'en' });
  assert.ok(taken.ok);
  const { issued, slip } = taken.value;
  assert.deepEqual([slip.kind, issued.offline], ['PRINTED', false]);
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
});

test('what became of the slip is told to the server once', async (t) => {
  const { kiosk, told } = await openKiosk(t, mall);
  const taken = await kiosk.takeNumber(press('DKC-02', 'JKN-01'));
  assert.ok(taken.ok);
  const { issued, slip } = taken.value;
  const expected = [{ visitId: issued.visit.id, jobId: slip.jobId, outcome: 'PRINTED' }];
  await until(() => told('outcomes').length > 0);
  assert.deepEqual(told('outcomes'), expected);
  assert.ok((await kiosk.takeNumber(press('DKC-02'))).ok);
  await until(() => told('outcomes').length > 1);
  assert.deepEqual(told('outcomes').slice(0, 1), expected);
  assert.equal(told('outcomes').length, 2);
});

test('pressing twice gives one number and one slip, at once or later', async (t) => {
  const { kiosk, device, wire } = await openKiosk(t, mall);
  newNumbers();
  const once = press('DKC-02');
  const [first, second] = await Promise.all([kiosk.takeNumber(once), kiosk.takeNumber(once)]);
  assert.ok(first.ok);
  assert.deepEqual(second, first);
  const later = await kiosk.takeNumber(once);
  assert.deepEqual(later.ok && later.value.issued, first.value.issued);
  assert.deepEqual(newNumbers(), [first.value.issued.visit.number]);
  assert.equal(device.slips().length, 1);
  assert.equal(wire.crossed('tickets').length, 1);
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

test('a list of papers is paper without a number, and is counted', async (t) => {
  const { kiosk, device, wire } = await openKiosk(t, mall);
  newNumbers();
  const printed = await kiosk.printList({ serviceId: 'DKC-02', language: 'id' });
  assert.equal(printed.ok && printed.value.slip.kind, 'PRINTED');
  assert.deepEqual(newNumbers(), []);
  const text = device.slips()[0]?.text.replace(/\s+/g, ' ') ?? '';
  assert.ok(text.includes('Surat kehilangan dari kepolisian'), text);
  assert.doesNotMatch(text, /\b[A-Z]{2}\d{3}\b/);
  assert.equal(wire.crossed('tickets').length, 0);
  const nothing = await kiosk.printList({ serviceId: 'NO-99', language: 'id' });
  assert.equal(!nothing.ok && nothing.error.code, 'service.unknown');
});

test('how the kiosk is, its printer and its numbers in reserve, is told to the server before a visitor meets it', async (t) => {
  const { device, wire, leased } = await openKiosk(t, mall);
  await leased();
  device.setCover(true);
  const reports = () => wire.crossed('current').map(({ body }) => body as { printer: { state: string } });
  await until(() => reports().some(({ printer }) => printer.state === 'cover'));
});
