import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openKiosk, press } from '../kiosk.ts';
import { type Mall, openMall } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

const visits = () => Object.keys(mall.server.hall().visits).length;

test('no number is asked for while there is no paper, unless the visitor goes without', async (t) => {
  const { kiosk, device, wire, reported } = await openKiosk(t, mall);
  const before = visits();
  device.setRoll('out');
  assert.equal(await kiosk.printer(), 'paperOut');
  const once = press('DKC-01');
  assert.deepEqual(await kiosk.takeNumber(once), {
    ok: false,
    error: { code: 'printer.notReady', values: { state: 'paperOut' } },
  });
  assert.equal(wire.crossed().length, 0);
  assert.equal(visits(), before);

  const taken = await kiosk.takeNumber({ ...once, withoutPaper: true });
  assert.ok(taken.ok);
  const { slip } = taken.value;
  assert.equal(slip.kind === 'NOT_SENT' && slip.reason, 'notAsked');
  assert.equal(visits(), before + 1);
  assert.deepEqual(
    (await reported(1)).map(({ body }) => body),
    [{ outcome: 'NOT_SENT', jobId: slip.jobId }],
  );
  device.setRoll('full');
  assert.equal(device.slips().length, 0);
});

test('a slip of which surely nothing came out is tried once more', async (t) => {
  const { kiosk, device, wire, ids } = await openKiosk(t, mall);
  // Somebody lifts the cover after the printer said that it was ready, and lets go of it once the printer has answered the three
  // questions before the job twice.
  wire.next('tickets', () => {
    device.setCover(true);
    const before = device.received();
    const stop = device.subscribe(() => {
      if (device.received() < before + 18) return;
      stop();
      device.setCover(false);
    });
  });
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind, 'PRINTED');
  assert.equal(ids.indexOf(taken.value.slip.jobId), 1, 'it was not the second try that printed');
  assert.equal(device.slips().length, 1);
});

test('a printer that stays closed leaves a number without a slip, which comes out when it is asked for', async (t) => {
  const { kiosk, device, wire, ids, reported } = await openKiosk(t, mall);
  wire.next('tickets', () => device.setCover(true));
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { issued, slip } = taken.value;
  assert.deepEqual(slip, { kind: 'NOT_SENT', jobId: ids[1], reason: 'cover' });
  device.setCover(false);
  assert.equal(device.slips().length, 0);
  const again = await kiosk.reprint({ visitId: issued.visit.id });
  assert.equal(again.ok && again.value.slip.kind, 'PRINTED');
  assert.equal(device.slips().length, 1);
  assert.deepEqual(
    (await reported(2)).map(({ body }) => body),
    [
      { outcome: 'NOT_SENT', jobId: slip.jobId },
      { outcome: 'PRINTED', jobId: again.ok && again.value.slip.jobId },
    ],
  );
});

test('a slip whose fate is unknown is not printed again by itself, however often it is pressed', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  const before = visits();
  // A new roll is in as soon as the printer was told to give up the rest, so nothing but the kiosk itself keeps a second paper
  // from coming out.
  device.setFault({ kind: 'paperEndsAfterCut' });
  let heard: number | null = null;
  device.subscribe(() => {
    if (device.roll() !== 'out') return;
    heard ??= device.received();
    if (device.received() > heard) device.setRoll('full');
  });
  const once = press('DKC-01');
  const taken = await kiosk.takeNumber(once);
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind, 'UNKNOWN');
  assert.equal(device.slips().length, 1);
  device.setFault(null);
  assert.deepEqual(await kiosk.takeNumber(once), taken);
  assert.equal(device.slips().length, 1);
  assert.equal(visits(), before + 1);
});

test('a reprint has the same number, is marked, and asked for twice comes out once', async (t) => {
  const { kiosk, device, reported } = await openKiosk(t, mall);
  const before = visits();
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { id: visitId, number } = taken.value.issued.visit;
  mall.clock.at += 125 * 60_000;
  const [first, second] = await Promise.all([kiosk.reprint({ visitId }), kiosk.reprint({ visitId })]);
  assert.ok(first.ok);
  assert.deepEqual(first, second);
  assert.equal(first.value.slip.kind, 'PRINTED');
  assert.notEqual(first.value.slip.jobId, taken.value.slip.jobId);
  assert.equal(device.slips().length, 2);
  const [original, again] = device.slips().map(({ text }) => text);
  assert.ok(original?.includes(number) && !original.includes('CETAK ULANG'));
  assert.ok(again?.includes(number) && again.includes('CETAK ULANG') && again.includes('10.05 WIB'), again);
  assert.equal(visits(), before + 1);
  assert.deepEqual(
    (await reported(2)).map(({ body }) => body),
    [taken.value.slip, first.value.slip].map(({ jobId }) => ({ outcome: 'PRINTED', jobId })),
  );
});

test('a kiosk prints no slip of a number that another kiosk gave', async (t) => {
  const [here, there] = [await openKiosk(t, mall), await openKiosk(t, mall)];
  const taken = await there.kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  assert.deepEqual(await here.kiosk.reprint({ visitId: taken.value.issued.visit.id }), {
    ok: false,
    error: { code: 'ticket.unknown' },
  });
  assert.equal(here.device.slips().length, 0);
});
