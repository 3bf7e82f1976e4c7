import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { LeaseAnswer, OfflineVisit, StationsAnswer, SyncAnswer, SyncBody } from '@antrean/protocol';
import { give, type Mall, openMall, signIn } from '../mall.ts';

const minute = 60_000;
const today = '2026-11-23';

async function mallWithKiosk(t: TestContext) {
  const mall = await openMall();
  t.after(() => mall.close());
  const queue = mall.server.catalogue().queues.find(({ agencyId, track }) => agencyId === 'DKC' && track === 'quick');
  assert.ok(queue);
  const who = { token: mall.demo.kioskToken };
  const journalId = randomUUID();
  return {
    mall,
    who,
    queue,
    lease: (key: string, journal = journalId) =>
      give(mall.url, who, 'lease', {}, { journalId: journal, queueId: queue.id, serviceDay: today, size: 20 }, key),
    async sync(some: Partial<SyncBody>): Promise<SyncAnswer> {
      const nothing = { abandoned: [], tickets: [], outcomes: [], untaken: [], leases: [] };
      const answer = await give(mall.url, who, 'sync', {}, { journalId, ...nothing, ...some });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body as unknown as SyncAnswer;
    },
  };
}

function paperFrom(lease: LeaseAnswer, mall: Mall): OfflineVisit & { readonly statusToken: string } {
  const statusToken = randomUUID();
  return {
    commandId: randomUUID(),
    leaseId: lease.leaseId,
    value: lease.from,
    visitId: randomUUID(),
    ticketIds: [randomUUID()],
    serviceIds: ['DKC-01'],
    priorityClass: null,
    language: 'id',
    statusTokenHash: createHash('sha256').update(statusToken).digest('hex'),
    issuedAt: mall.clock.at,
    isTimeSure: true,
    statusToken,
  };
}

const onWire = ({ statusToken: _, ...visit }: ReturnType<typeof paperFrom>): OfflineVisit => visit;
const read = async <T>(mall: Mall, path: string, token = mall.demo.kioskToken) =>
  (await (await fetch(`${mall.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as T;

test('[K2] a lease asked for twice with its key is one range; another journal gets another', async (t) => {
  const { lease } = await mallWithKiosk(t);
  const key = randomUUID();
  const first = await lease(key);
  assert.equal(first.status, 201);
  assert.deepEqual([first.body.from, first.body.to, first.body.leaseId], [801, 820, key]);
  assert.deepEqual(await lease(key), first);
  const fresh = await lease(randomUUID(), randomUUID());
  assert.deepEqual([fresh.body.from, fresh.body.to], [821, 840]);
});

test('[K6] a request whose answer was lost is voided, and refused when it comes again', async (t) => {
  const { mall, who, sync } = await mallWithKiosk(t);
  const [ghost, never] = [randomUUID(), randomUUID()];
  const issued = await give(mall.url, who, 'issue', {}, { serviceIds: ['DKC-01'] }, ghost);
  assert.equal(issued.status, 201);
  const { abandoned } = await sync({ abandoned: [ghost, never] });
  assert.deepEqual(
    abandoned.map(({ fate }) => fate),
    ['voided', 'absent'],
  );
  for (const key of [ghost, never]) {
    const late = await give(mall.url, who, 'issue', {}, { serviceIds: ['DKC-01'] }, key);
    assert.deepEqual([late.status, late.body.code], [410, 'command.abandoned']);
  }
  const [{ id }] = issued.body.tickets as readonly [{ readonly id: string }];
  const { ticket } = await read<{ ticket: { state: string } }>(mall, `/tickets/${id}`);
  assert.equal(ticket.state, 'voided');
});

test('[K5] a number given without the server is called before a later one that the server gave', async (t) => {
  const { mall, who, lease, sync, queue } = await mallWithKiosk(t);
  const { body } = await lease(randomUUID());
  const paper = paperFrom(body as unknown as LeaseAnswer, mall);
  mall.clock.at += 10 * minute;
  const online = await give(mall.url, who, 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.equal(online.status, 201);
  for (const fate of ['stored', 'known'])
    assert.deepEqual((await sync({ tickets: [onWire(paper)] })).tickets, [{ commandId: paper.commandId, fate }]);
  // The slip's own link tells the same number, and how many are in front.
  const status = await read<{ number: string; tickets: readonly { ahead: number }[] }>(
    mall,
    `/status/${paper.statusToken}`,
  );
  assert.deepEqual([status.number, status.tickets[0]?.ahead], [`${queue.prefix}801`, 0]);
  const desk = await signIn(mall, 'counter-1');
  await give(mall.url, desk, 'open', { counterId: 'counter-1' }, {});
  const called = await give(mall.url, desk, 'call-next', { counterId: 'counter-1' }, {});
  assert.equal((called.body.ticket as { number: string }).number, `${queue.prefix}801`);
});

test('a sync of fifty visits of eight services and four hundred leases fits', async (t) => {
  const { mall, sync } = await mallWithKiosk(t);
  const long = paperFrom({ leaseId: randomUUID(), from: 801 } as LeaseAnswer, mall);
  const { tickets } = await sync({
    tickets: Array.from({ length: 50 }, () => ({
      ...onWire(long),
      commandId: randomUUID(),
      serviceIds: Array.from({ length: 8 }, (_, n) => `DKC-0${n + 1}`),
      ticketIds: Array.from({ length: 8 }, () => randomUUID()),
    })),
    leases: Array.from({ length: 400 }, () => ({ leaseId: randomUUID(), next: 801 })),
  });
  assert.equal(tickets.length, 50);
});

test('a station tells how it is, and every station reads it', async (t) => {
  const { mall } = await mallWithKiosk(t);
  const report = {
    version: '1',
    printer: { state: 'nearEnd', since: mall.clock.at, profile: 'virtual', confirms: true, slipsLeft: 40 },
    journal: { freeNumbers: 12, unreported: 0, refused: 1 },
  };
  const tell = (token: string, body: unknown) =>
    fetch(`${mall.url}/api/v1/stations/current`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  assert.equal((await tell(mall.demo.kioskToken, report)).status, 200);
  assert.equal((await tell('x'.repeat(43), report)).status, 401);
  assert.equal((await tell(mall.demo.kioskToken, { ...report, officer: 'Budi' })).status, 400);
  const { stations } = await read<StationsAnswer>(mall, '/stations', mall.demo.displayToken);
  const kiosk = stations.find(({ role }) => role === 'kiosk');
  assert.deepEqual([kiosk?.seenAt, kiosk?.report], [mall.clock.at, report]);
  assert.ok(stations.some(({ seenAt, report: told }) => seenAt === null && told === null));
});

test('today’s kiosks: slips in doubt, searches in vain, lists of papers, services most used', async (t) => {
  const { mall, who, sync } = await mallWithKiosk(t);
  const { body } = await give(mall.url, who, 'issue', {}, { serviceIds: ['DKC-01'] });
  const { id: visitId, number } = body.visit as { readonly id: string; readonly number: string };
  await sync({ outcomes: [{ visitId, jobId: 'job', outcome: 'UNKNOWN' }] });
  await give(
    mall.url,
    who,
    'tally',
    {},
    {
      misses: [
        { text: 'Umroh', times: 2 },
        { text: '3510012345', times: 1 },
      ],
      lists: [{ serviceId: 'DKC-01', times: 1 }],
    },
  );
  assert.deepEqual(await read(mall, '/kiosks/today'), {
    doubtful: [{ number, outcome: 'UNKNOWN', at: mall.clock.at, kiosk: 'demo-kiosk' }],
    misses: [{ text: 'umroh', times: 2 }],
    lists: [{ serviceId: 'DKC-01', times: 1 }],
  });
  const { mostUsed } = await read<{ mostUsed: readonly string[] }>(mall, '/catalogue');
  assert.deepEqual(mostUsed, ['DKC-01']);
});
