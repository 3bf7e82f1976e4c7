import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, type TestContext, test } from 'node:test';
import { openStation } from '@antrean/client';
import { openPrinter, paper80 } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { openKioskStation } from '@antrean/station';
import { type Mall, openMall } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

async function openKiosk(t: TestContext) {
  const device = await startVirtualPrinter({ profile: paper80 });
  const server = openStation({ url: mall.url, token: mall.demo.kioskToken });
  const printer = openPrinter(device, paper80);
  const kiosk = openKioskStation({ server, serverUrl: mall.url, printer, now: () => mall.clock.at, newId: randomUUID });
  t.after(async () => {
    kiosk.close();
    server.close();
    await device.close();
  });
  return { kiosk, device };
}

const numbers = () => Object.values(mall.server.hall().visits).map((visit) => visit.number);

test('a press at the kiosk gives one number of the mall and one slip that leads to its page, however often it is pressed', async (t) => {
  const { kiosk, device } = await openKiosk(t);
  const press = { pressId: randomUUID(), serviceIds: ['POL-01'], priorityClass: 'elderly', language: 'en' as const };
  const [taken, again] = await Promise.all([kiosk.takeNumber(press), kiosk.takeNumber(press)]);
  assert.ok(taken.ok);
  assert.deepEqual(again, taken);
  const { issued, slip } = taken.value;
  assert.equal(slip.kind, 'PRINTED');
  assert.deepEqual(numbers(), [issued.visit.number]);

  const [paper, second] = device.slips();
  assert.ok(paper && second === undefined);
  assert.equal(paper.paper.overflow, 0);
  for (const words of [issued.visit.number, 'PRIORITAS / PRIORITY', 'Senin, 23 November 2026, 08.00 WIB', 'Loket'])
    assert.ok(paper.text.includes(words), `${words} is missing on\n${paper.text}`);
  assert.ok(!/lansia|elderly/i.test(paper.text), 'the paper tells which class');
  const address = /\[QR (.*)\]/.exec(paper.text)?.[1] ?? '';
  assert.match(address, /\/t\/[\w-]{22}$/);
  const status = await fetch(`${mall.url}/api/v1/status/${address.split('/t/')[1]}`);
  assert.match(await status.text(), new RegExp(issued.visit.number));
});

test('three services of one visit stand on one slip with one number', async (t) => {
  const { kiosk, device } = await openKiosk(t);
  const taken = await kiosk.takeNumber({ pressId: randomUUID(), serviceIds: ['DKC-01', 'JKN-01', 'POL-01'] });
  assert.ok(taken.ok);
  assert.equal(device.slips().length, 1);
  const text = device.slips()[0]?.text ?? '';
  assert.equal(text.match(new RegExp(`^ *${taken.value.issued.visit.number}$`, 'gm'))?.length, 1);
  for (const place of ['1. ', '2. ', '3. ']) assert.ok(text.includes(`\n${place}`), text);
});

test('a service that the mall does not have gets no number and no paper', async (t) => {
  const { kiosk, device } = await openKiosk(t);
  const before = numbers();
  const taken = await kiosk.takeNumber({ pressId: randomUUID(), serviceIds: ['NO-99'] });
  assert.equal(!taken.ok && taken.error.code, 'service.unknown');
  assert.deepEqual(numbers(), before);
  assert.equal(device.slips().length, 0);
});
