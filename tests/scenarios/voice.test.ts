import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Recorded } from '@antrean/domain';
import type { StationsAnswer } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { give, type Mall, openMall, read, signInBoard, signInManager, until } from '../mall.ts';
import { callAt, callOf, openVoice, passes, step, type TestVoice } from '../voices.ts';

let mall: Mall;
const voices: TestVoice[] = [];
beforeEach(async () => {
  mall = await openMall();
  // The hall was told that the day begins; that is old now.
  mall.clock.at += 300_000;
});
afterEach(async () => {
  for (const voice of voices.splice(0)) voice.close();
  await mall.close();
});

async function voice(...[zoneId, sound]: [string | null, ('ready' | 'locked' | 'off')?]): Promise<TestVoice> {
  const opened = await openVoice(mall, zoneId, sound);
  voices.push(opened);
  return opened;
}

const numberOf = ({ given }: TestVoice) =>
  given.map(({ announcement }) => (announcement.kind === 'call' ? announcement.number : announcement.template));

async function stations(): Promise<StationsAnswer> {
  return (await read(mall.url, { token: mall.demo.board.token }, '/stations')).body as unknown as StationsAnswer;
}

test('[W7] of two displays in a zone one speaks, call after call, and the counter hears how far it is', async () => {
  const [first, second] = [await voice('1'), await voice('1')];
  const one = await callAt(mall, 'counter-1');
  const two = await callAt(mall, 'counter-2');
  // Whoever spoke in the zone goes on, and the first was there alone.
  const [speaker, other] = [first, second];
  assert.equal((await speaker.nth(1)).announcement.kind, 'call');
  await until(() => other.receipt(two.seq)?.voice?.state === 'waiting');
  await speaker.started();
  await until(() => other.receipt(one.seq)?.voice?.state === 'speaking');
  await speaker.finished();
  await speaker.nth(2);
  await until(() => other.receipt(one.seq)?.voice?.state === 'spoken');
  assert.deepEqual(other.receipt(one.seq)?.voice, { state: 'spoken', display: 'demo-display' });
  assert.deepEqual(numberOf(speaker), [one.number, two.number]);
  assert.deepEqual(other.given, []);
});

test('[W7] when the speaking display falls silent, the next one speaks within five seconds', async () => {
  const first = await voice('1');
  await callAt(mall, 'counter-1');
  await first.nth(1);
  await first.started(1_000);
  await first.finished();
  const second = await voice('1');
  await passes(mall, 2_000, second);
  await callAt(mall, 'counter-2');
  await first.nth(2);
  assert.deepEqual(second.given, [], 'two seconds are no silence yet');
  await passes(mall, 2_900, second);
  const { number } = await callAt(mall, 'counter-3');
  await second.nth(1);
  assert.deepEqual(numberOf(second), [number]);
});

test('[W7] a display whose line breaks is followed at once, and what it was given is said to be doubtful', async () => {
  const [first, second] = [await voice('1'), await voice('1')];
  const one = await callAt(mall, 'counter-1');
  await until(() => first.given.length + second.given.length > 0);
  const [gone, next] = first.given.length > 0 ? [first, second] : [second, first];
  gone.close();
  const two = await callAt(mall, 'counter-2');
  await passes(mall, 3_000, next);
  await next.nth(1);
  assert.deepEqual(numberOf(next), [two.number]);
  await until(() => next.receipt(one.seq)?.voice?.state === 'unspoken');
  assert.deepEqual(next.receipt(one.seq)?.voice, { state: 'unspoken', why: 'silent' });
});

test('[W4] [W7] a zone in which nobody can speak is told to counter and supervisor at once; a touch within thirty seconds lets it be heard', async () => {
  const locked = await voice('1', 'locked');
  const { seq, number } = await callAt(mall, 'counter-1');
  await until(() => locked.receipt(seq)?.voice?.state === 'noSpeaker');
  const told = await stations();
  assert.deepEqual(told.silentZones, ['1']);
  assert.deepEqual(told.stations.find(({ deviceId }) => deviceId === 'demo-display')?.voice, {
    sound: 'locked',
    volume: 70,
    speaksIn: [],
  });
  await passes(mall, 27_000, locked);
  assert.deepEqual(locked.given, []);
  await locked.beat({ sound: 'ready' });
  await locked.nth(1);
  assert.deepEqual(numberOf(locked), [number]);
  const after = await stations();
  assert.deepEqual(after.silentZones, []);
  assert.deepEqual(after.stations.find(({ deviceId }) => deviceId === 'demo-display')?.voice?.speaksIn, ['1']);
});

test('[W2] [W4] ten calls at once are spoken in their order, each once; what has waited thirty seconds is shown only, and the counter is told', async () => {
  const tv = await voice('1');
  const calls: Awaited<ReturnType<typeof callAt>>[] = [];
  for (let n = 1; n <= 8; n += 1) calls.push(await callAt(mall, `counter-${n}`));
  for (const counterId of ['counter-11', 'counter-12']) calls.push(await callAt(mall, counterId, 'JKN-01'));
  for (let n = 1; n <= 5; n += 1) {
    await tv.nth(n);
    await tv.started(7_000);
    await passes(mall, 7_000, tv);
    await tv.finished();
  }
  await until(() => tv.receipt(calls[9]?.seq ?? 0)?.voice?.state === 'unspoken');
  assert.deepEqual(
    numberOf(tv),
    calls.slice(0, 5).map(({ number }) => number),
  );
  assert.deepEqual(
    calls.map(({ seq }) => tv.receipt(seq)?.voice).map((word) => (word?.state === 'unspoken' ? word.why : word?.state)),
    [...Array(5).fill('spoken'), ...Array(5).fill('old')],
  );
});

test('[W3] a recall of a call that still waits is one announcement, in the place of the first', async () => {
  const tv = await voice('1');
  await callAt(mall, 'counter-1');
  await tv.nth(1);
  await tv.started(60_000);
  const waits = await callAt(mall, 'counter-2');
  const later = await callAt(mall, 'counter-3');
  await passes(mall, 21_000, tv);
  assert.equal((await step(mall, waits.desk, 'recall', waits.ticketId)).status, 200);
  const again = await callOf(mall, waits.ticketId, 2);
  await tv.finished();
  const spoken = await tv.nth(2);
  assert.ok(spoken.announcement.kind === 'call');
  assert.deepEqual([spoken.announcement.callSeq, spoken.announcement.times], [again, 2]);
  await tv.started();
  await tv.finished();
  await tv.nth(3);
  assert.deepEqual(numberOf(tv).slice(1), [waits.number, later.number]);
});

test('[W4] a visitor who comes before the voice is not called by it', async () => {
  const tv = await voice('1');
  await callAt(mall, 'counter-1');
  await tv.nth(1);
  await tv.started();
  const came = await callAt(mall, 'counter-2');
  const waits = await callAt(mall, 'counter-3');
  await step(mall, came.desk, 'start', came.ticketId);
  await until(() => tv.receipt(came.seq)?.voice?.state === 'unspoken');
  assert.deepEqual(tv.receipt(came.seq)?.voice, { state: 'unspoken', why: 'started' });
  await tv.finished();
  await tv.nth(2);
  assert.equal(numberOf(tv)[1], waits.number);
});

test('[W8] what a display could not begin is spoken by the other one; the log tells the whole way', async () => {
  const [first, second] = [await voice('1'), await voice('1')];
  const before = mall.server.hall().seq;
  const { number, seq } = await callAt(mall, 'counter-1');
  await until(() => first.given.length + second.given.length > 0);
  const [refuses, other] = first.given.length > 0 ? [first, second] : [second, first];
  await refuses.failed('locked');
  await other.nth(1);
  await other.started();
  await other.finished();
  assert.deepEqual(numberOf(other), [number]);
  await until(() => other.receipt(seq)?.voice?.state === 'spoken');
  const told = async () => {
    const { body } = await read(mall.url, { token: mall.demo.displayToken }, `/events?after=${before}&limit=100`);
    return (body.events as Recorded[]).flatMap((event) => ('key' in event ? [event.type] : []));
  };
  let types = await told();
  while (types.length < 4) types = await told();
  assert.deepEqual(
    types.map((type) => type.split('.')[1]),
    ['handedOut', 'failed', 'handedOut', 'spoken'],
  );
});

test('[W8] what broke off is not spoken again, though the word that it began was lost on the way', async () => {
  const [first, second] = [await voice('1'), await voice('1')];
  const one = await callAt(mall, 'counter-1');
  await first.nth(1);
  await first.failed('output gone', true);
  const two = await callAt(mall, 'counter-2');
  await second.nth(1);
  assert.deepEqual([first, second].map(numberOf), [[one.number], [two.number]]);
  assert.deepEqual(second.receipt(one.seq)?.voice, { state: 'unspoken', why: 'failed' });
});

test('[W3] [W10] a display of the whole mall says once that the mall pauses, and displays of two zones each once', async () => {
  const whole = await voice(null);
  const supervisor = await signInBoard(mall);
  const pause = await give(
    mall.url,
    supervisor,
    'start-pause',
    {},
    { agencyId: null, reason: 'fridayPrayer', until: null },
  );
  await whole.nth(1);
  await whole.started();
  await whole.finished();
  const [one, two] = [await voice('1'), await voice('2')];
  await give(mall.url, supervisor, 'end-pause', { pauseId: String(pause.body.pauseId) }, {});
  await one.nth(1);
  await two.nth(1);
  assert.deepEqual([whole, one, two].map(numberOf), [['pause'], ['pauseOver'], ['pauseOver']]);
});

test('[W3] [W8] a message that a display of the whole mall could not begin is lost in no zone', async () => {
  const whole = await voice(null);
  const supervisor = await signInBoard(mall);
  await give(mall.url, supervisor, 'start-pause', {}, { agencyId: null, reason: 'fridayPrayer', until: null });
  await whole.nth(1);
  const [one, two] = [await voice('1'), await voice('2')];
  assert.deepEqual([one.given, two.given], [[], []], 'nobody speaks while the first may begin');
  await whole.failed('locked');
  for (const zone of [one, two]) {
    await zone.nth(1);
    await zone.started();
    await zone.finished();
  }
  assert.deepEqual([whole, one, two].map(numberOf), [['pause'], ['pause'], ['pause']]);
});

test('a display says how its voice is in words that are known, and other stations say nothing of it', async () => {
  const tv = await voice('1');
  await tv.beat({ zoneId: 'no such zone' });
  const kiosk = io(mall.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { authorization: `Bearer ${mall.demo.kioskToken}` },
  });
  const ended = new Promise((resolve) => kiosk.once('disconnect', resolve));
  kiosk.emit('voice', { seat: 'x', zoneId: null, sound: 'ready', volume: 1, told: null });
  await ended;
  assert.equal((await stations()).stations.find(({ deviceId }) => deviceId === 'demo-kiosk')?.voice, null);
});

test('[W11] in the quiet hours that a manager sets a zone hears nothing, the counter is told, and nobody is alarmed', async () => {
  const tv = await voice('1');
  const manager = await signInManager(mall);
  const noon = { from: '08:00', to: '09:00', volume: 0 };
  const set = (volume: number, hours: readonly (typeof noon)[]) =>
    give(mall.url, manager, 'set-loudness', { zoneId: '1' }, { volume, hours: [...hours] });
  assert.equal((await set(80, [noon])).status, 200);
  const { seq } = await callAt(mall, 'counter-1');
  await until(() => tv.receipt(seq)?.voice?.state === 'unspoken');
  assert.deepEqual(tv.receipt(seq)?.voice, { state: 'unspoken', why: 'quiet' });
  await tv.beat({ sound: 'off' });
  assert.deepEqual((await stations()).silentZones, []);
  await set(80, []);
  assert.deepEqual((await stations()).silentZones, ['1']);
  await tv.beat({ sound: 'ready' });
  const { number } = await callAt(mall, 'counter-2');
  assert.equal((await tv.nth(1)).zoneId, '1');
  assert.deepEqual(numberOf(tv), [number], 'what came in the quiet hour is not made up for');
});
