import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import { openKiosk, press } from '../kiosk.ts';
import { give, openMall, signIn, until } from '../mall.ts';

const quick = () => press('DKC-04');

test('[I15] with the server gone the slip is there within three seconds, and at once when that is known', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { kiosk, device, wire, leased } = await openKiosk(t, mall);
  await leased();
  wire.cut();
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const before = performance.now();
    const taken = await kiosk.takeNumber(quick());
    times.push(performance.now() - before);
    assert.ok(taken.ok);
    assert.deepEqual([taken.value.slip.kind, taken.value.issued.offline], ['PRINTED', true]);
    assert.equal(taken.value.issued.visit.number, `BQ80${turn + 1}`);
  }
  t.diagnostic(`ms: ${times.map(Math.round).join(', ')}`);
  const [first = 0, ...later] = times;
  assert.ok(first < 3_000 && later.every((ms) => ms < 1_000), times.join(', '));
  assert.equal(device.slips().length, 3);
  assert.match(device.slips()[0]?.text ?? '', /waktu kedatangan/);
  assert.equal((await kiosk.now()).server, 'away');
});

test('[K4] who took a number while the server was away is called before who came later, and is told to nobody as a ghost', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { kiosk, wire, leased, told } = await openKiosk(t, mall);
  await leased();
  wire.cut();
  mall.clock.at += 60_000;
  const alone = await kiosk.takeNumber(quick());
  assert.ok(alone.ok && alone.value.issued.offline);
  mall.clock.at += 60_000;
  // Reception has its own line to the server; it serves who came a minute later.
  const later = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-04'] });
  assert.equal(later.status, 201);
  wire.mend();
  await until(() => told('tickets').length > 0);
  await until(() => told('outcomes').length > 0);
  assert.equal(told('abandoned').length, 1);

  const officer = await signIn(mall, mall.demo.counters[0]?.counterId ?? '');
  await give(mall.url, officer, 'open', { counterId: officer.counterId }, {});
  const called = async () => {
    const next = await give(mall.url, officer, 'call-next', { counterId: officer.counterId }, {});
    const ticket = next.body.ticket as { id: string; number: string } | null;
    if (ticket) await give(mall.url, officer, 'cancel', { ticketId: ticket.id }, {});
    return ticket?.number;
  };
  assert.equal(await called(), alone.value.issued.visit.number);
  assert.equal(await called(), (later.body.visit as { number: string }).number);
});

test('a request whose answer was lost gives one slip, and its ghost is taken out of the line', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { kiosk, device, wire, leased, told } = await openKiosk(t, mall);
  await leased();
  // Every attempt within the two seconds is done there, and nobody here hears of it.
  for (let attempt = 0; attempt < 12; attempt += 1) wire.next('tickets', 'answerLost');
  const once = quick();
  const taken = await kiosk.takeNumber(once);
  assert.ok(taken.ok);
  assert.equal(taken.value.issued.visit.number, 'BQ801');
  assert.equal(device.slips().length, 1);
  await until(() => told('tickets').length > 0);
  const inLine = () => listOf(mall.server.hall().visits).map(({ number }) => number);
  await until(() => !inLine().includes('BQ001'));
  assert.deepEqual(inLine(), ['BQ801']);
  const again = await kiosk.takeNumber(once);
  assert.deepEqual(again.ok && again.value.issued, taken.value.issued);
  assert.equal(device.slips().length, 1);
});

test('a lease that has run out sends the visitor to the information desk, and asks no more of the server than it can give', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { kiosk, wire, leased, journal } = await openKiosk(t, mall);
  await leased();
  wire.cut();
  const numbers: string[] = [];
  for (;;) {
    const taken = await kiosk.takeNumber({ ...quick(), withoutPaper: true });
    if (!taken.ok) {
      assert.equal(taken.error.code, 'lease.exhausted');
      break;
    }
    numbers.push(taken.value.issued.visit.number);
  }
  assert.deepEqual(
    numbers,
    Array.from({ length: 40 }, (_, n) => `BQ${801 + n}`),
  );
  assert.equal(journal.leases.next('DKC-quick', '2026-11-23'), null);
});

test('a kiosk that is switched on without the server still gives numbers, and its page knows the mall', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const opened = await openKiosk(t, mall);
  await opened.leased();
  assert.ok((await opened.kiosk.takeNumber(quick())).ok);
  opened.wire.cut();
  await opened.restart();
  const { kiosk, station } = opened;
  await until(() => station.keptCatalogue() !== null);
  const now = await kiosk.now();
  assert.deepEqual([now.server, now.lastHall?.day?.serviceDay], ['away', '2026-11-23']);
  const taken = await kiosk.takeNumber(quick());
  assert.equal(taken.ok && taken.value.issued.visit.number, 'BQ801');
});

test("tomorrow's numbers are there today, for a morning without the server", async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { journal } = await openKiosk(t, mall);
  await until(() => (journal.leases.free('2026-11-24').get('DKC-quick') ?? 0) >= 8);
});

test('[I4] a station that went down while it printed asks about that slip and prints no second one', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const opened = await openKiosk(t, mall);
  const taken = await opened.kiosk.takeNumber(quick());
  assert.ok(taken.ok);
  const { visit } = taken.value.issued;
  // As the disk would be after a power cut between the first byte and the printer's word.
  await opened.restart(({ prints }) =>
    prints.begin({ id: randomUUID(), visitId: visit.id, reprint: false, at: Date.now() }, 'AAAA'),
  );
  const { unsettled } = await opened.kiosk.now();
  assert.deepEqual([unsettled?.issued.visit.number, unsettled?.slip.kind], [visit.number, 'UNKNOWN']);
  assert.equal(opened.device.slips().length, 1);
  assert.ok((await opened.kiosk.confirm({ visitId: visit.id })).ok);
  assert.equal((await opened.kiosk.now()).unsettled, null);
  await until(() => opened.told('outcomes').some(({ outcome }) => outcome === 'CONFIRMED'));
});

test('a request that a power cut left open is asked again with its own id, and its slip comes out', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const opened = await openKiosk(t, mall);
  const commandId = randomUUID();
  const wish = { serviceIds: ['DKC-04'], priorityClass: null, language: 'id' as const };
  const first = await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, wish, commandId);
  const asked = { commandId, pressId: randomUUID(), wish };
  await opened.restart(({ jobs }) => jobs.ask({ ...asked, madeAt: Date.now() - 5_000 }));
  const [slip, second] = opened.device.slips();
  assert.ok(slip?.text.includes((first.body.visit as { number: string }).number));
  assert.equal(second, undefined);
});

test('a request that was left open too long ago is given up: its visitor has gone, and its number leaves the line', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const opened = await openKiosk(t, mall);
  const commandId = randomUUID();
  const wish = { serviceIds: ['DKC-04'], priorityClass: null, language: 'id' as const };
  await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, wish, commandId);
  const asked = { commandId, pressId: randomUUID(), wish };
  await opened.restart(({ jobs }) => jobs.ask({ ...asked, madeAt: Date.now() - 31_000 }));
  await until(() => listOf(mall.server.hall().tickets).length === 0);
  assert.deepEqual(opened.told('abandoned'), [commandId]);
  assert.equal(opened.device.slips().length, 0);
});

test('a kiosk that the server does not know says so to its page and to the log, once', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const stranger = { ...mall, demo: { ...mall.demo, kioskToken: 'nobody' } };
  const { kiosk, log } = await openKiosk(t, stranger);
  await until(() => log.some((line) => /refuses this kiosk \(access\.expired\)/.test(line)));
  assert.equal((await kiosk.now()).server, 'refused');
  assert.equal(log.filter((line) => line.includes('refuses')).length, 1);
});
