import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openPrinter, paper80, type Slip, slipJob } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { paperRoom } from './paper-room.ts';

const name = { id: 'Dukcapil', en: 'Civil registry' };
const slip = (number: string): Slip => ({
  ...{ siteName: 'MPP', timeZone: 'Asia/Jakarta', number, priority: false, issuedAt: 0, secondLanguage: null },
  ...{ statusUrl: 'http://localhost:8080/t/x', shortId: 'ABCD1234', kioskName: null, offline: false },
  legs: [
    { agency: name, service: name, track: 'quick', zone: name, counters: [], bring: [], ahead: 0, estimate: null },
  ],
});

type State = {
  readonly roll: string;
  readonly cover: string;
  readonly power: string;
  readonly behaviour: string;
  readonly isJammed: boolean;
  readonly unfinished: { readonly picture: string } | null;
  readonly slips: readonly { readonly picture: string; readonly text: string }[];
};

async function desk(t: TestContext) {
  let now = 1;
  const device = await startVirtualPrinter({ profile: paper80, now: () => now++ });
  const room = paperRoom(device);
  const gone = new AbortController();
  const printer = openPrinter(device, paper80);
  t.after(async () => {
    gone.abort();
    await printer.close();
    await device.close();
  });
  const ask = (way: string, body?: unknown) =>
    room(new Request(`http://station${way}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}));
  const { body } = await room(new Request('http://station/stream', { signal: gone.signal }));
  assert.ok(body);
  const reader = body.getReader();
  /** The next state of which `isIt` is true. */
  const next = async (isIt: (state: State) => boolean = () => true): Promise<State> => {
    for (;;) {
      const { value } = await reader.read();
      const state: State = JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''));
      if (isIt(state)) return state;
    }
  };
  return { device, ask, next, printer };
}

const untouched = {
  roll: 'full',
  cover: 'closed',
  power: 'on',
  isJammed: false,
  behaviour: 'normal',
  unfinished: null,
};

test('the desk shows each slip as it falls, the newest first and no more than 24', async (t) => {
  const { ask, next, printer } = await desk(t);
  assert.deepEqual(await next(), { ...untouched, slips: [] });
  for (let count = 1; count <= 25; count += 1) {
    const number = `AQ${String(count).padStart(3, '0')}`;
    await printer.print(`job-${count}`, slipJob(slip(number), paper80));
    const { slips } = await next((state) => state.slips[0]?.text.includes(number) ?? false);
    assert.equal(slips.length, Math.min(24, count));
    if (count < 25) continue;
    const picture = await ask(`/${slips[0]?.picture}`);
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.deepEqual(new Uint8Array(await picture.arrayBuffer()).slice(1, 4), new TextEncoder().encode('PNG'));
  }
  assert.equal((await ask('/slips/1-1.png')).status, 404, 'the first of 25 slips is gone');
  for (const file of ['/', '/page.css', '/desk.css', '/page.js', '/desk.js'])
    assert.equal((await ask(file)).status, 200, file);
});

for (const [wish, state] of [
  [{ roll: 'out' }, 'paperOut'],
  [{ roll: 'low' }, 'nearEnd'],
  [{ cover: 'open' }, 'cover'],
  [{ power: 'off' }, 'unreachable'],
] as const)
  test(`whoever does ${JSON.stringify(wish)} at the desk makes the printer ${state}, and can mend it`, async (t) => {
    const { ask, next, printer } = await desk(t);
    await next();
    assert.equal((await ask('/printer', wish)).status, 204);
    assert.deepEqual(await next(), { ...untouched, ...wish, slips: [] });
    assert.equal(await printer.state(), state);
    assert.equal((await ask('/printer', { roll: 'full', cover: 'closed', power: 'on' })).status, 204);
    assert.equal(await printer.state(), 'ready');
  });

for (const [behaviour, kind] of [
  ['slow', 'crawls'],
  ['silent', 'neverAcknowledges'],
  ['eats', 'neverReads'],
  ['jams', 'cutterJams'],
] as const)
  test(`whoever chooses ${behaviour} at the desk has a printer that ${kind}, until it shall behave again`, async (t) => {
    const { device, ask, next } = await desk(t);
    await next();
    assert.equal((await ask('/printer', { behaviour })).status, 204);
    assert.equal(device.fault()?.kind, kind);
    assert.equal((await next()).behaviour, behaviour);
    await ask('/printer', { behaviour: 'normal' });
    assert.equal(device.fault(), null);
    assert.equal((await next()).behaviour, 'normal');
  });

test('a slip that hangs in the printer is shown, and falls when its knife is freed', async (t) => {
  const { ask, next, printer } = await desk(t);
  await ask('/printer', { behaviour: 'jams' });
  const printing = printer.print('job', slipJob(slip('AQ012'), paper80));
  const stuck = await next(({ isJammed }) => isJammed);
  assert.equal(stuck.behaviour, 'jams');
  const picture = await ask(`/${stuck.unfinished?.picture}`);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  await ask('/printer', { behaviour: 'normal' });
  await printing;
  const fallen = await next(({ isJammed }) => !isJammed);
  assert.equal(fallen.unfinished, null);
  assert.equal((await ask('/unfinished.png')).status, 404);
});

test('a wish that nobody can grant is refused, and nothing of it is done', async (t) => {
  const { device, ask } = await desk(t);
  for (const wish of [5, [], {}, { roll: 'gold' }, { toString: 'x' }, { roll: 'toString' }, { roll: 'out', cover: 1 }])
    assert.equal((await ask('/printer', wish)).status, 400, JSON.stringify(wish));
  assert.equal(device.roll(), 'full');
});
