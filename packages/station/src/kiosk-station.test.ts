import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Failure } from '@antrean/client';
import { openPrinter, paper80 } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { openKioskStation } from './kiosk-station.ts';
import { smallServer } from './small-mall.ts';

async function kiosk(t: TestContext, fails: Failure[] = []) {
  const device = await startVirtualPrinter({ profile: paper80 });
  t.after(() => device.close());
  const { server, asked, numbers } = smallServer(fails);
  const station = openKioskStation({
    server,
    serverUrl: 'http://queue.example',
    printer: openPrinter(device, paper80),
    now: () => Date.UTC(2026, 10, 23, 3, 5),
    newId: randomUUID,
  });
  t.after(() => station.close());
  const count = (name: string) => asked.filter((call) => call.name === name).length;
  return { station, device, asked, numbers, count };
}

const press = () => ({ pressId: randomUUID(), serviceIds: ['DKC-01'] });

test('a press becomes one number and one slip that leads to its page', async (t) => {
  const { station, device, asked } = await kiosk(t);
  const taken = await station.takeNumber(press());
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind, 'PRINTED');
  assert.equal(device.slips().length, 1);
  const text = device.slips()[0]?.text ?? '';
  for (const words of ['DQ001', 'Dukcapil', 'Lantai 1, Loket 1', '3 orang', '20-40', 'Kartu keluarga'])
    assert.ok(text.includes(words), `${words} is missing`);
  assert.ok(text.includes('[QR http://queue.example/t/token-of-visit-1-22ch]'));
  assert.deepEqual(
    asked.map((call) => call.name),
    ['issue', 'print-outcome'],
  );
  assert.deepEqual(asked[1]?.body, { outcome: 'PRINTED', jobId: taken.value.slip.jobId });
});

test('pressing twice gives one number and one slip, at once or later', async (t) => {
  const { station, device, numbers } = await kiosk(t);
  const once = press();
  const [first, second] = await Promise.all([station.takeNumber(once), station.takeNumber(once)]);
  assert.deepEqual(first, second);
  assert.deepEqual(await station.takeNumber(once), first);
  assert.equal(numbers.size, 1);
  assert.equal(device.slips().length, 1);
});

test('no number is asked for while there is no paper, unless the visitor goes without', async (t) => {
  const { station, device, numbers, asked } = await kiosk(t);
  device.setRoll('out');
  const once = press();
  assert.deepEqual(await station.takeNumber(once), {
    ok: false,
    error: { code: 'printer.notReady', values: { state: 'paperOut' } },
  });
  assert.equal(asked.length, 0);
  const taken = await station.takeNumber({ ...once, withoutPaper: true });
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind === 'NOT_SENT' && taken.value.slip.reason, 'notAsked');
  assert.equal(numbers.size, 1);
  assert.equal(device.slips().length, 0);
});

test('a press that the server did not answer may be tried again with the same key', async (t) => {
  const { station, device, asked } = await kiosk(t, [{ code: 'link.down' }]);
  const once = press();
  assert.deepEqual(await station.takeNumber(once), { ok: false, error: { code: 'link.down' } });
  const taken = await station.takeNumber(once);
  assert.ok(taken.ok);
  assert.deepEqual(
    asked.filter((call) => call.name === 'issue').map((call) => call.key),
    [once.pressId, once.pressId],
  );
  assert.equal(device.slips().length, 1);
});

test('a slip whose fate is unknown is not printed again by itself', async (t) => {
  const { station, device, numbers } = await kiosk(t);
  device.setFault({ kind: 'paperEndsAfterCut' });
  const taken = await station.takeNumber(press());
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind, 'UNKNOWN');
  assert.equal(numbers.size, 1);
  assert.equal(device.slips().length, 1);
});

test('a reprint has the same number, is marked, and asked for twice comes out once', async (t) => {
  const { station, device, numbers, count } = await kiosk(t);
  const taken = await station.takeNumber(press());
  assert.ok(taken.ok);
  const { id: visitId } = taken.value.issued.visit;
  const [first, second] = await Promise.all([station.reprint({ visitId }), station.reprint({ visitId })]);
  assert.ok(first.ok);
  assert.deepEqual(first, second);
  assert.equal(first.value.slip.kind, 'PRINTED');
  assert.notEqual(first.value.slip.jobId, taken.value.slip.jobId);
  assert.equal(device.slips().length, 2);
  const [original, again] = device.slips().map((slip) => slip.text);
  assert.ok(original?.includes('DQ001') && !original.includes('CETAK ULANG'));
  assert.ok(again?.includes('DQ001') && again.includes('CETAK ULANG') && again.includes('10.05 WIB'));
  assert.equal(numbers.size, 1);
  assert.equal(count('print-outcome'), 2);
  assert.deepEqual(await station.reprint({ visitId: 'of-another-kiosk' }), {
    ok: false,
    error: { code: 'ticket.unknown' },
  });
});

test('what the server refuses is passed on, and nothing is printed', async (t) => {
  const { station, device } = await kiosk(t, [{ code: 'service.quota' }]);
  assert.deepEqual(await station.takeNumber(press()), { ok: false, error: { code: 'service.quota' } });
  assert.equal(device.slips().length, 0);
});
