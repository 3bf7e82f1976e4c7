import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf } from '@antrean/domain';
import { io, type Socket } from 'socket.io-client';
import { Encoder } from 'socket.io-parser';
import { give, openMall, signIn, until } from '../mall.ts';

type Answer = { readonly head: number; readonly snapshot: unknown };

// What the feed costs, counted and not timed: an event is written out once, however many listen, and is small on the wire.

const most = 300;

/** Each message that this process writes out for a socket, by name, with its bytes. */
function countEncoding(t: { after(done: () => void): void }) {
  const written: { readonly name: string; readonly type: string; readonly bytes: number }[] = [];
  const { encode } = Encoder.prototype;
  Encoder.prototype.encode = function (packet) {
    const pieces = encode.call(this, packet);
    const [name, event] = Array.isArray(packet.data) ? packet.data : [];
    if (typeof name === 'string')
      written.push({ name, type: String(event?.type), bytes: Buffer.byteLength(String(pieces[0])) });
    return pieces;
  };
  t.after(() => {
    Encoder.prototype.encode = encode;
  });
  return written;
}

/** How often the whole hall was written out; each writing in this process is looked at. */
function countSnapshots(t: { after(done: () => void): void }) {
  let count = 0;
  const { stringify } = JSON;
  const isHall = (value: unknown) =>
    typeof value === 'object' && value !== null && 'tickets' in value && 'visits' in value;
  JSON.stringify = (value: unknown, ...rest: readonly unknown[]) => {
    const [answer] = Array.isArray(value) ? value : [];
    if (isHall(value) || isHall(answer?.snapshot)) count += 1;
    return Reflect.apply(stringify, JSON, [value, ...rest]);
  };
  t.after(() => {
    JSON.stringify = stringify;
  });
  return () => count;
}

async function connect(t: { after(done: () => void): void }, url: string, token: string): Promise<Socket> {
  const extraHeaders = { authorization: `Bearer ${token}` };
  const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders });
  t.after(() => void socket.close());
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return socket;
}

test('an event is written out once for all displays, and is small', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const heard = new Map<Socket, number>();
  const display = await mall.enrolDisplay(null);
  const listen = async () => {
    const socket = await connect(t, mall.url, display);
    heard.set(socket, 0);
    socket.on('event', () => heard.set(socket, (heard.get(socket) ?? 0) + 1));
    await socket.emitWithAck('join', { after: null, epoch: null });
  };
  const officer = await signIn(mall, 'counter-1');
  await give(mall.url, officer, 'open', { counterId: 'counter-1' }, {});
  const written = countEncoding(t);
  /** One visitor from the kiosk to the end; how many events that made, and what was written out for them. */
  const visit = async () => {
    const before = mall.server.hall().seq;
    written.length = 0;
    const heardBefore = new Map(heard);
    await give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });
    const { ticket } = (await give(mall.url, officer, 'call-next', { counterId: 'counter-1' }, {})).body as {
      ticket: { id: string };
    };
    await give(mall.url, officer, 'start', { ticketId: ticket.id }, {});
    await give(mall.url, officer, 'finish', { ticketId: ticket.id }, { outcome: 'done' });
    // Issued, called, started, finished.
    await until(() => mall.server.hall().seq >= before + 4);
    const events = mall.server.hall().seq - before;
    await until(() => [...heard].every(([socket, count]) => count - (heardBefore.get(socket) ?? 0) >= events));
    return { events, frames: written.filter(({ name }) => name === 'event') };
  };
  await listen();
  const forOne = await visit();
  for (let n = 0; n < 24; n += 1) await listen();
  const forMany = await visit();
  for (const { events, frames } of [forOne, forMany]) {
    assert.ok(events >= 4);
    assert.equal(frames.length, events);
    for (const { type, bytes } of frames) assert.ok(bytes <= most, `${type}: ${bytes} bytes`);
  }
});

test('fifty who join at one moment of the hall get one writing of it, and who joins after the next event gets that', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const kiosk = { token: mall.demo.kioskToken };
  const display = await mall.enrolDisplay(null);
  const sockets = await Promise.all(Array.from({ length: 50 }, () => connect(t, mall.url, display)));
  const snapshots = countSnapshots(t);
  const joinAll = () =>
    Promise.all(sockets.map((socket) => socket.emitWithAck('join', { after: null, epoch: null }) as Promise<Answer>));
  let before = 0;
  for (const visitor of [1, 2]) {
    await give(mall.url, kiosk, 'issue', {}, { serviceIds: ['DKC-01'] });
    await until(() => listOf(mall.server.hall().tickets).length === visitor);
    const answers = await joinAll();
    const hall = mall.server.hall();
    for (const { snapshot, head } of answers) {
      assert.deepEqual(snapshot, hall);
      assert.equal(head, hall.seq);
    }
    assert.equal(snapshots() - before, 1);
    before = snapshots();
  }
});
