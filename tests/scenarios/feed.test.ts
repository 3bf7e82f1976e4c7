import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import { evolve, type Hall, type Recorded } from '@antrean/domain';
import type { Joined } from '@antrean/protocol';
import { io, type Socket } from 'socket.io-client';
import { give, type Mall, openMall, signIn, until } from '../mall.ts';

let mall: Mall;
const sockets: Socket[] = [];
before(async () => {
  mall = await openMall();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
after(() => mall.close());

function connect(options: { token?: string | null; origin?: string; transports?: string[] } = {}): Socket {
  const { token = mall.demo.displayToken, origin, transports = ['websocket'] } = options;
  const socket = io(mall.url, {
    transports,
    forceNew: true,
    reconnection: false,
    ...(token === null ? {} : { auth: { token } }),
    extraHeaders: origin ? { origin } : token ? { authorization: `Bearer ${token}` } : {},
  });
  sockets.push(socket);
  return socket;
}

const join = (socket: Socket, message: unknown): Promise<Joined> => socket.timeout(2_000).emitWithAck('join', message);
const take = () => give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: ['DKC-01'] });

test('a station that joins for the first time gets the hall, then every event in order', async () => {
  const socket = connect();
  const joined = await join(socket, { after: null, epoch: null });
  assert.ok('snapshot' in joined);
  let hall: Hall = joined.snapshot;
  const heard = new Promise<void>((resolve) => {
    socket.on('event', (event: Recorded) => {
      hall = evolve(hall, event);
      if (hall.seq === joined.head + 3) resolve();
    });
  });
  await Promise.all([take(), take(), take()]);
  await heard;
  assert.deepEqual(hall, mall.server.hall());
});

test('[A2] no station learns what an officer types to sign in', async () => {
  const desk = await signIn(mall, 'counter-9');
  await give(mall.url, desk, 'open', { counterId: desk.counterId }, {});
  await until(() => mall.server.hall().counters['counter-9']?.state === 'open');
  const joined = await join(connect(), { after: null, epoch: null });
  assert.ok('snapshot' in joined);
  assert.equal(joined.snapshot.counters['counter-9']?.state, 'open');
  assert.ok(!JSON.stringify(joined).includes('petugas-9'));
});

test('a station that was away a short while gets what it missed, and nothing else', async () => {
  const before = mall.server.hall();
  await take();
  const joined = await join(connect(), { after: before.seq, epoch: 1 });
  assert.ok('events' in joined);
  assert.deepEqual(
    joined.events.map(({ seq }) => seq),
    [before.seq + 1],
  );
  assert.deepEqual(joined.events.reduce(evolve, before), mall.server.hall());
});

test('a cursor of another epoch, or one from the future, gets the whole hall', async () => {
  const socket = connect();
  for (const message of [
    { after: 0, epoch: 99 },
    { after: 1_000_000, epoch: 1 },
  ])
    assert.ok('snapshot' in (await join(socket, message)));
});

test('the server beats, so that silence means something', async () => {
  const socket = connect();
  await join(socket, { after: null, epoch: null });
  const [beat] = await once(socket as unknown as EventTarget & NodeJS.EventEmitter, 'beat');
  assert.equal(beat.head, mall.server.hall().seq);
});

test('[S17] a page of another site, a wrong token and no token at all are kept out', async () => {
  for (const options of [
    { origin: 'http://evil.example' },
    { token: 'x'.repeat(43) },
    { token: null },
    { transports: ['polling'] },
  ]) {
    const socket = connect(options);
    const refused = await Promise.race([
      new Promise((resolve) => socket.once('connect_error', () => resolve('refused'))),
      new Promise((resolve) => socket.once('connect', () => resolve('let in'))),
    ]);
    assert.equal(refused, 'refused', JSON.stringify(options));
  }
});

test('[S20] [S21] whatever a client sends, it loses its own socket at most', async () => {
  const deep = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown;
  const good = connect();
  await join(good, { after: null, epoch: null });
  for (const [event, ...args] of [
    ['call-next', { counterId: 'counter-1' }],
    ['join'],
    ['join', { after: null, epoch: null }],
    ['join', JSON.parse('{"__proto__": {"admin": true}, "after": null, "epoch": null}'), () => undefined],
    ['join', deep, () => undefined],
    ['join', { after: 'x'.repeat(20_000), epoch: null }, () => undefined],
  ] as const) {
    const socket = connect();
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    socket.emit(event, ...args);
  }
  const bad = connect();
  assert.deepEqual(await join(bad, { after: -1, epoch: null }), { code: 'request.invalid' });
  const flood = connect();
  await once(flood as unknown as NodeJS.EventEmitter, 'connect');
  for (let n = 0; n < 40; n += 1) flood.emit('join', { after: null, epoch: null }, () => undefined);
  await once(flood as unknown as NodeJS.EventEmitter, 'disconnect');
  assert.ok('snapshot' in (await join(good, { after: null, epoch: null })), 'the others go on');
});
