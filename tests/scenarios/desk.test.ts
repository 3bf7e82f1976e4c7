import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, type TestContext, test } from 'node:test';
import { lookUp, type Recorded } from '@antrean/domain';
import type { Receipt } from '@antrean/protocol';
import { io, type Socket } from 'socket.io-client';
import { give, type Mall, type Officer, openMall, read, signIn, signInBoard, until } from '../mall.ts';

let mall: Mall;
const log: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'antrean-desk-'));
const start = async () => {
  mall = await openMall({ folder, log: (line) => log.push(line) });
};
before(start);
after(async () => {
  await mall.close();
  rmSync(folder, { recursive: true });
});

type Ticket = { readonly id: string; readonly visitId: string; readonly state: string; readonly number: string };
const ticketOf = (body: unknown) => (body as { readonly ticket: Ticket }).ticket;

/** A visitor for this service, called to the counter of this id. */
async function called(serviceId: string, counterId: string): Promise<{ desk: Officer; ticket: Ticket }> {
  const kiosk = { token: mall.demo.kioskToken };
  assert.equal((await give(mall.url, kiosk, 'issue', {}, { serviceIds: [serviceId] })).status, 201);
  const desk = await signIn(mall, counterId);
  await give(mall.url, desk, 'open', { counterId }, {});
  const answer = await give(mall.url, desk, 'call-next', { counterId }, {});
  return { desk, ticket: ticketOf(answer.body) };
}

function listen(t: TestContext, token: string): Socket {
  const socket = io(mall.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { authorization: `Bearer ${token}` },
  });
  t.after(() => socket.disconnect());
  return socket;
}

test('[S15] a step is undone within ten seconds and not after, and a repeated press takes back nothing more', async () => {
  const { desk, ticket } = await called('DKC-01', 'counter-1');
  const { counterId } = desk;
  const params = { ticketId: ticket.id };
  await give(mall.url, desk, 'start', params, {});
  await give(mall.url, desk, 'finish', params, { outcome: 'done' });
  mall.clock.at += 10_000;
  const key = crypto.randomUUID();
  const undone = await give(mall.url, desk, 'undo', { counterId }, {}, key);
  assert.deepEqual([undone.status, ticketOf(undone.body).state], [200, 'serving']);
  assert.deepEqual(await give(mall.url, desk, 'undo', { counterId }, {}, key), undone);
  await until(() => lookUp(mall.server.hall().tickets, ticket.id)?.state === 'serving');
  assert.equal(mall.server.hall().counters[counterId]?.served, 0);
  await give(mall.url, desk, 'finish', params, { outcome: 'done' });
  mall.clock.at += 10_001;
  const late = await give(mall.url, desk, 'undo', { counterId }, {});
  assert.deepEqual([late.status, late.body.code], [409, 'undo.tooLate']);
});

test('[C11] only the officer of the counter reads who closed it and why, and no event carries the name', async () => {
  const { desk, ticket } = await called('DKC-01', 'counter-4');
  const board = await signInBoard(mall);
  const route = `/counters/${desk.counterId}/closing`;
  assert.deepEqual((await read(mall.url, desk, route)).body, { closing: null });
  await give(mall.url, board, 'release-counter', { counterId: desk.counterId }, { reason: 'fault' });
  const closing = { at: mall.clock.at, officer: 'Pengawas', reason: 'fault', toCounterId: null };
  const told = (await read(mall.url, desk, route)).body as unknown as { readonly closing: { readonly seq: number } };
  assert.deepEqual(told, { closing: { ...closing, seq: told.closing.seq, number: ticket.number } });
  assert.equal((await read(mall.url, { token: desk.token }, route)).body.code, 'access.expired');
  assert.equal((await read(mall.url, await signIn(mall, 'counter-2'), route)).status, 403);
  const { body } = await read(mall.url, { token: mall.demo.displayToken }, '/events?after=0&limit=1000');
  assert.ok(JSON.stringify(body).includes('counter.closed'));
  assert.ok(!JSON.stringify(body).includes('Pengawas'));
  await give(mall.url, desk, 'open', { counterId: desk.counterId }, {});
  assert.deepEqual((await read(mall.url, desk, route)).body, { closing: null });
});

test('[S15] only the officer whose step it was reads what may be taken back, and nobody without a session', async () => {
  const { desk, ticket } = await called('DKC-01', 'counter-6');
  await give(mall.url, desk, 'start', { ticketId: ticket.id }, {});
  const route = `/counters/${desk.counterId}/undo`;
  const { number, id: ticketId } = ticket;
  const undoable = { step: 'start', outcome: null, ticketId, number, at: mall.clock.at };
  assert.deepEqual((await read(mall.url, desk, route)).body, { undoable });
  assert.equal((await read(mall.url, { token: desk.token }, route)).body.code, 'access.expired');
  const other = await signIn(mall, 'counter-2');
  assert.equal((await read(mall.url, other, route)).status, 403);
  mall.clock.at += 10_001;
  assert.deepEqual((await read(mall.url, desk, route)).body, { undoable: null });
});

test('[S15] two officers: a colleague takes nothing back, neither from elsewhere nor with the next visitor', async () => {
  const { desk, ticket } = await called('DKC-01', 'counter-1');
  const other = await signIn(mall, 'counter-2');
  await give(mall.url, desk, 'park', { ticketId: ticket.id }, { minutes: 5 });
  const stranger = await give(mall.url, other, 'undo', { counterId: desk.counterId }, {});
  assert.deepEqual([stranger.status, stranger.body.code], [403, 'access.denied']);
  await called('DKC-01', 'counter-1');
  const again = await signIn(mall, 'counter-1');
  assert.equal((await give(mall.url, again, 'undo', { counterId: 'counter-1' }, {})).body.code, 'counter.busy');
  await until(() => lookUp(mall.server.hall().tickets, ticket.id)?.state === 'parked');
});

test('[A4] a note is read at the counter of its visit and by a supervisor, and is in no event, feed or log', async (t) => {
  const marker = 'kursi-roda-7331';
  const heard: string[] = [];
  const socket = listen(t, mall.demo.displayToken);
  socket.onAny((...message: unknown[]) => heard.push(JSON.stringify(message)));
  await socket.timeout(5_000).emitWithAck('join', { after: null, epoch: null });
  const { desk, ticket } = await called('DKC-02', 'counter-3');
  const noted = await give(mall.url, desk, 'note', { ticketId: ticket.id }, { text: `Perlu ${marker}` });
  assert.deepEqual([noted.status, noted.body], [200, {}]);
  await until(() => heard.some((message) => message.includes('ticket.noted')));
  const story = `/visits/${ticket.visitId}/story`;
  const seen = await read(mall.url, desk, story);
  assert.equal(seen.status, 200);
  assert.deepEqual(seen.body.notes, [{ at: mall.clock.at, text: `Perlu ${marker}`, counterId: 'counter-3' }]);
  assert.equal((await read(mall.url, await signInBoard(mall), story)).status, 200);
  assert.equal((await read(mall.url, await signIn(mall, 'counter-4'), story)).status, 403);
  assert.equal((await read(mall.url, { token: desk.token }, story)).body.code, 'access.expired');
  const snapshot: unknown = await socket.timeout(5_000).emitWithAck('join', { after: null, epoch: null });
  const events = await read(mall.url, { token: mall.demo.displayToken }, '/events?after=0&limit=1000');
  for (const text of [heard.join(), JSON.stringify(snapshot), JSON.stringify(events.body), log.join('')])
    assert.ok(!text.includes(marker));
  await mall.close();
  const db = new DatabaseSync(path.join(folder, 'antrean.db'), { readOnly: true });
  for (const table of ['event', 'command'])
    assert.ok(!JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all()).includes(marker), table);
  db.close();
  await start();
});

test('a note of one blank, or longer than a few lines, is refused with its field', async () => {
  const desk = await signIn(mall, 'counter-3');
  for (const text of [' ', 'a'.repeat(281)]) {
    const { status, body } = await give(mall.url, desk, 'note', { ticketId: 'any' }, { text });
    assert.deepEqual([status, body.code, body.field], [400, 'request.invalid', 'text']);
  }
});

test('[S16] a kiosk hears once that a slip is wanted again', async () => {
  const { desk, ticket } = await called('DKC-01', 'counter-2');
  assert.equal((await give(mall.url, desk, 'reprint', { ticketId: ticket.id }, {})).status, 200);
  const report = async (token: string) => {
    const response = await fetch(`${mall.url}/api/v1/stations/current`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: '1', printer: null, journal: null }),
    });
    return (await response.json()) as { readonly reprints: readonly string[] };
  };
  await until(() => mall.server.hall().seq > 0);
  assert.deepEqual(await report(mall.demo.displayToken), { reprints: [] });
  assert.deepEqual(await report(mall.demo.kioskToken), { reprints: [ticket.visitId] });
  assert.deepEqual(await report(mall.demo.kioskToken), { reprints: [] });
});

test('a counter learns on how many displays its call stood, also after it has joined anew', async (t) => {
  const { desk, ticket } = await called('DKC-01', 'counter-5');
  const call = () => mall.server.hall().calls.find(({ ticketId }) => ticketId === ticket.id);
  await until(() => call() !== undefined);
  const seq = call()?.seq ?? 0;
  const told: Receipt[] = [];
  const socket = listen(t, desk.token).on('receipt', (receipt: Receipt) => told.push(receipt));
  await socket.timeout(5_000).emitWithAck('join', { after: null, epoch: null });
  const post = (token: string, body: unknown) =>
    fetch(`${mall.url}/api/v1/receipts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const head = mall.server.hall().seq;
  assert.equal((await post(mall.demo.displayToken, { seq, what: 'shown' })).status, 200);
  assert.equal((await post(mall.demo.displayToken, { seq, what: 'shown' })).status, 200);
  assert.equal((await post(mall.demo.displayToken, { seq: 999_999, what: 'shown' })).status, 200);
  assert.equal((await post(mall.demo.kioskToken, { seq, what: 'shown' })).status, 403);
  assert.equal((await post(mall.demo.displayToken, { seq, what: 'sung' })).status, 400);
  const shown = () => told.filter((receipt) => receipt.seq === seq && receipt.shown > 0);
  await until(() => shown().length > 0);
  assert.deepEqual(shown(), [{ seq, shown: 1, voice: { state: 'noSpeaker' } }]);
  const late: Receipt[] = [];
  const again = listen(t, desk.token).on('receipt', (receipt: Receipt) => late.push(receipt));
  await again.timeout(5_000).emitWithAck('join', { after: null, epoch: null });
  const mine = () => late.filter((receipt) => receipt.seq === seq);
  await until(() => mine().length > 0);
  assert.deepEqual(mine(), shown());
  const events = await read(mall.url, { token: desk.token }, `/events?after=${head}&limit=10`);
  assert.deepEqual(
    (events.body.events as Recorded[]).map(({ type }) => type),
    [],
  );
});
