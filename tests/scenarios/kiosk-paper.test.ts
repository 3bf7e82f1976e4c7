import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listOf } from '@antrean/domain';
import { openKiosk, press } from '../kiosk.ts';
import { give, type Mall, openMall, signIn, until } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

const visits = () => listOf(mall.server.hall().visits).map(({ id }) => id).length;
const isInLine = (number: string) => listOf(mall.server.hall().visits).some((visit) => visit.number === number);

test('no number is asked for while there is no paper, unless the visitor goes without', async (t) => {
  const { kiosk, device, wire, told } = await openKiosk(t, mall);
  const before = visits();
  device.setRoll('out');
  const once = press('DKC-01');
  assert.deepEqual(await kiosk.takeNumber(once), {
    ok: false,
    error: { code: 'printer.notReady', values: { state: 'paperOut' } },
  });
  assert.equal(wire.crossed('tickets').length, 0);
  assert.equal(visits(), before);

  const taken = await kiosk.takeNumber({ ...once, withoutPaper: true });
  assert.ok(taken.ok);
  const { slip, issued } = taken.value;
  assert.equal(slip.kind === 'NOT_SENT' && slip.reason, 'notAsked');
  assert.equal(visits(), before + 1);
  // Who chose to go without has noted the number: nobody takes it back.
  await until(() => told('outcomes').length > 0);
  assert.deepEqual(told('outcomes'), [{ visitId: issued.visit.id, jobId: slip.jobId, outcome: 'CONFIRMED' }]);
  device.setRoll('full');
  assert.equal(device.slips().length, 0);
});

test('a slip of which surely nothing came out is tried once more', async (t) => {
  const { kiosk, device, wire, told } = await openKiosk(t, mall);
  assert.ok((await kiosk.takeNumber(press('DKC-01'))).ok);
  // Somebody lifts the cover after the printer said that it was ready, and lets go of it once the printer was asked how it is, twice.
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
  assert.equal(device.slips().length, 2);
  await until(() => told('outcomes').length > 2);
  assert.deepEqual(
    told('outcomes').map(({ outcome }) => outcome),
    ['PRINTED', 'NOT_SENT', 'PRINTED'],
  );
});

test('a printer that stays closed leaves a number without a slip, which comes out when it is asked for', async (t) => {
  const { kiosk, device, wire, told } = await openKiosk(t, mall);
  wire.next('tickets', () => device.setCover(true));
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { issued, slip } = taken.value;
  assert.equal(slip.kind === 'NOT_SENT' && slip.reason, 'cover');
  device.setCover(false);
  assert.equal(device.slips().length, 0);
  const again = await kiosk.reprint({ visitId: issued.visit.id });
  assert.equal(again.ok && again.value.slip.kind, 'PRINTED');
  assert.equal(device.slips().length, 1);
  await until(() => told('outcomes').at(-1)?.outcome === 'PRINTED');
  assert.ok(isInLine(issued.visit.number));
});

test('[S12] a number that nobody has noted, and of which no paper came, leaves the line when it is given up', async (t) => {
  const { kiosk, device, wire, told } = await openKiosk(t, mall);
  wire.next('tickets', () => device.setCover(true));
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { visit } = taken.value.issued;
  assert.ok((await kiosk.giveUp({ visitId: visit.id })).ok);
  await until(() => !isInLine(visit.number));
  assert.deepEqual(told('untaken'), [visit.id]);
});

test('a number that its visitor has noted from the screen stays in line, and so does one whose slip came out', async (t) => {
  const { kiosk, device, wire, told } = await openKiosk(t, mall);
  const onPaper = await kiosk.takeNumber(press('DKC-01'));
  wire.next('tickets', () => device.setCover(true));
  const noted = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(onPaper.ok && noted.ok);
  const ids = [onPaper, noted].map((taken) => taken.value.issued.visit.id);
  await kiosk.confirm({ visitId: ids[1] ?? '' });
  for (const visitId of ids) await kiosk.giveUp({ visitId });
  await until(() => told('outcomes').some(({ outcome }) => outcome === 'CONFIRMED'));
  assert.deepEqual(told('untaken'), []);
  for (const taken of [onPaper, noted]) assert.ok(isInLine(taken.value.issued.visit.number));
});

test('a slip whose fate is unknown is not printed again by itself, however often it is pressed', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  const before = visits();
  device.setFault({ kind: 'paperEndsAfterCut' });
  const once = press('DKC-01');
  const taken = await kiosk.takeNumber(once);
  assert.ok(taken.ok);
  assert.equal(taken.value.slip.kind, 'UNKNOWN');
  assert.equal(device.slips().length, 1);
  device.setFault(null);
  device.setRoll('full');
  // Whether the printer's late word has come meanwhile or not.
  const again = await kiosk.takeNumber(once);
  assert.deepEqual(again.ok && again.value.issued, taken.value.issued);
  assert.equal(device.slips().length, 1);
  assert.equal(visits(), before + 1);
});

test("the printer's late word turns a slip that nobody knew about into a printed one", async (t) => {
  const { kiosk, device, told } = await openKiosk(t, mall);
  device.setFault({ kind: 'acknowledgesLate' });
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { slip, issued } = taken.value;
  assert.equal(slip.kind, 'UNKNOWN');
  device.acknowledge();
  await until(() => told('outcomes').some(({ outcome }) => outcome === 'PRINTED'));
  assert.deepEqual(told('outcomes').at(-1), { visitId: issued.visit.id, jobId: slip.jobId, outcome: 'PRINTED' });
});

test('a reprint has the same number, is marked, and asked for twice comes out once', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  const before = visits();
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok);
  const { id: visitId, number } = taken.value.issued.visit;
  const [first, second] = await Promise.all([kiosk.reprint({ visitId }), kiosk.reprint({ visitId })]);
  assert.ok(first.ok);
  assert.deepEqual(first, second);
  assert.equal(first.value.slip.kind, 'PRINTED');
  assert.notEqual(first.value.slip.jobId, taken.value.slip.jobId);
  assert.equal(device.slips().length, 2);
  const [original, again] = device.slips().map(({ text }) => text);
  assert.ok(original?.includes(number) && !original.includes('CETAK ULANG'));
  assert.ok(again?.includes(number) && again.includes('CETAK ULANG') && again.includes('08.00 WIB'), again);
  assert.equal(visits(), before + 1);
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

test('a number is not given up while its first slip may be out, whatever the reprint came to', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  device.setFault({ kind: 'neverAcknowledges' });
  const taken = await kiosk.takeNumber(press('DKC-01'));
  assert.ok(taken.ok && taken.value.slip.kind === 'UNKNOWN');
  device.setFault(null);
  device.setRoll('out');
  const { visit } = taken.value.issued;
  const again = await kiosk.reprint({ visitId: visit.id });
  assert.equal(again.ok && again.value.slip.kind, 'UNKNOWN');
  await kiosk.giveUp({ visitId: visit.id });
  const later = await kiosk.takeNumber(press('DKC-01'));
  assert.equal(!later.ok && later.error.code, 'printer.notReady');
  assert.ok(isInLine(visit.number));
});

test('a number that was given up and is asked for in time is kept, and one that left the line is not printed', async (t) => {
  const { kiosk, device, wire, told, journal } = await openKiosk(t, mall);
  const numberWithoutPaper = async () => {
    wire.next('tickets', () => device.setCover(true));
    const taken = await kiosk.takeNumber(press('DKC-01'));
    assert.ok(taken.ok && taken.value.slip.kind === 'NOT_SENT');
    device.setCover(false);
    return taken.value.issued.visit;
  };
  const kept = await numberWithoutPaper();
  journal.jobs.untaken(kept.id);
  assert.ok((await kiosk.confirm({ visitId: kept.id })).ok);
  const gone = await numberWithoutPaper();
  await kiosk.giveUp({ visitId: gone.id });
  await until(() => !isInLine(gone.number));
  const late = [await kiosk.confirm({ visitId: gone.id }), await kiosk.reprint({ visitId: gone.id })];
  for (const answer of late) assert.equal(!answer.ok && answer.error.code, 'ticket.state');
  assert.ok(isInLine(kept.number));
  assert.deepEqual(told('untaken'), [gone.id]);
  assert.equal(device.slips().length, 0);
});

test('who pressed twice for a number without paper is not told to take a slip', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  device.setRoll('out');
  const once = { ...press('DKC-01'), withoutPaper: true };
  const [first, second] = [await kiosk.takeNumber(once), await kiosk.takeNumber(once)];
  assert.deepEqual(second, first);
});

test('a slip that an officer asks for comes out of the kiosk that gave the number, marked as a reprint', async (t) => {
  const { kiosk, device } = await openKiosk(t, mall);
  const taken = await kiosk.takeNumber(press('DKC-04'));
  assert.ok(taken.ok);
  const [ticket] = taken.value.issued.tickets;
  const desk = mall.server
    .catalogue()
    .counters.find(({ agencyIds, track }) => agencyIds.includes('DKC') && track === ticket?.track);
  const officer = await signIn(mall, desk?.id ?? '');
  await give(mall.url, officer, 'open', { counterId: officer.counterId }, {});
  for (;;) {
    const next = await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {});
    const called = next.body.ticket as { id: string } | null;
    if (called === null || called.id === ticket?.id) break;
    await give(mall.url, officer, 'cancel', { ticketId: called.id }, {});
  }
  const asked = await give(mall.url, officer, 'reprint', { ticketId: ticket?.id ?? '' }, {});
  assert.equal(asked.status, 200);
  await until(() => device.slips().length === 2);
  assert.match(device.slips()[1]?.text ?? '', /CETAK ULANG/);
});
