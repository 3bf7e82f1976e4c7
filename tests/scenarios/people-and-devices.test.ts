import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openStation } from '@antrean/client';
import { sessionHeader } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { give, read, until } from '../mall.ts';
import { openRealMall, type RealMall } from '../real-mall.ts';

test('a manager adds a kiosk, carries the code there, and it gives numbers', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const key = crypto.randomUUID();
  const body = { role: 'kiosk', name: 'Pintu barat', counterId: null, zoneId: null };
  const added = await manager.act('add-device', {}, body, key);
  assert.equal(added.status, 201);
  assert.match(String(added.body.code), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.deepEqual((await manager.act('add-device', {}, body, key)).body, added.body, 'a retry has the same code');
  const first = await mall.post('/enrolments', { code: added.body.code });
  assert.equal(first.status, 201);
  assert.equal((await mall.post('/enrolments', { code: added.body.code })).body.code, 'enrol.code');
  const issued = await give(mall.url, { token: String(first.body.token) }, 'issue', {}, { serviceIds: ['DKC-01'] });
  assert.equal(issued.status, 201);
  const { devices } = (await manager.read('/access')).body as { devices: readonly { name: string; state: string }[] };
  assert.deepEqual(
    devices.map(({ name, state }) => [name, state]),
    [['Pintu barat', 'enrolled']],
  );
});

test('[S1] a code is worth nothing after ten minutes', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const added = await manager.act('add-device', {}, { role: 'display', name: 'Aula', counterId: null, zoneId: null });
  mall.clock.at += 10 * 60_000;
  assert.equal((await mall.post('/enrolments', { code: added.body.code })).body.code, 'enrol.code');
});

test('an officer gets a PIN to begin with, and may do nothing before it is the own', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const { token } = await mall.enrol(manager, 'counter', 'counter-1');
  const auth = { authorization: `Bearer ${token}` };
  const person = { login: 'ayu', name: 'Ayu Lestari', roles: ['officer'] };
  const key = crypto.randomUUID();
  const added = await manager.act('add-officer', {}, person, key);
  assert.deepEqual((await manager.act('add-officer', {}, person, key)).body, added.body, 'a retry has the same PIN');
  assert.equal((await manager.act('add-officer', {}, person)).body.code, 'officer.loginTaken');
  assert.equal(added.body.password, null);
  const signedIn = await mall.post('/sessions', { officer: 'ayu', pin: added.body.pin }, auth);
  assert.deepEqual([signedIn.status, signedIn.body.mustChange], [201, true]);
  const session = String(signedIn.body.sessionToken);
  const open = () => give(mall.url, { token, session }, 'open', { counterId: 'counter-1' }, {});
  assert.deepEqual([(await open()).status, (await open()).body.code], [403, 'access.mustChange']);
  const headers = { ...auth, [sessionHeader]: session };
  const pin = String(added.body.pin);
  for (const [current, next, code] of [
    [pin, '123456', 'access.weak'],
    [pin, pin, 'access.weak'],
    ['000001', '482913', 'access.pin'],
  ] as const)
    assert.equal((await mall.secret(current, next, headers)).body.code, code);
  assert.equal((await mall.secret(pin, '482913', headers)).status, 204);
  assert.equal((await mall.secret(pin, '482913', headers)).status, 204, 'a repeat whose first answer was lost');
  assert.equal((await open()).status, 200);
  assert.equal((await mall.post('/sessions', { officer: 'ayu', pin }, auth)).body.code, 'access.pin');
  assert.equal((await mall.post('/sessions', { officer: 'ayu', pin: '482913' }, auth)).body.mustChange, false);
});

test('[S4] a device that is shut out is off within two seconds, and stays out', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const { deviceId, token } = await mall.enrol(manager, 'display');
  const station = followed(t, mall, { token });
  await until(() => station.live.current().link.state === 'live');
  const from = performance.now();
  assert.equal((await manager.act('revoke-device', { deviceId })).status, 200);
  await until(() => station.live.current().link.state !== 'live');
  const tookMs = performance.now() - from;
  assert.ok(tookMs < 2_000, `${tookMs} ms`);
  t.diagnostic(`off after ${Math.round(tookMs)} ms`);
  const asked = await station.catalogue();
  assert.equal(asked.ok ? 'known' : asked.error.code, 'access.expired');
  assert.equal((await read(mall.url, { token }, '/catalogue')).body.code, 'access.expired');
  // It tries to come back for longer than it waits between two tries.
  const tries = performance.now() + 2_500;
  await until(() => performance.now() > tries);
  assert.notEqual(station.live.current().link.state, 'live');
});

test('a PC that is replaced takes the name and place of the old one, which is off', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const { deviceId, token } = await mall.enrol(manager, 'counter', 'counter-1', 'Loket 1');
  const old = followed(t, mall, { token });
  await until(() => old.live.current().link.state === 'live');
  const renewed = await manager.act('renew-code', { deviceId });
  assert.equal((await read(mall.url, { token }, '/catalogue')).status, 200, 'until the code is used');
  const { body } = await mall.post('/enrolments', { code: renewed.body.code });
  assert.deepEqual(body.device, { name: 'Loket 1', role: 'counter', counterId: 'counter-1', zoneId: null });
  await until(() => old.live.current().link.state !== 'live');
  assert.equal((await read(mall.url, { token }, '/catalogue')).body.code, 'access.expired');
});

test('[S11] an officer who is signed out from afar, or has left, is out at once, and the page is told', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const { token } = await mall.enrol(manager, 'counter', 'counter-1');
  const ayu = await mall.hire(manager, 'ayu', ['officer'], token);
  const station = followed(t, mall, { token, session: ayu.session });
  const told: (string | null)[] = [];
  station.onSignIn((counterId) => told.push(counterId));
  await until(() => station.live.current().link.state === 'live');
  for (const act of ['sign-out-officer', 'deactivate-officer'] as const) {
    told.length = 0;
    assert.equal((await manager.act(act, { officerId: ayu.officerId })).status, 200);
    await until(() => told.includes(null));
    const still = await station.session();
    assert.equal(still.ok ? 'signed in' : still.error.code, 'access.expired');
    const again = await station.signIn({ officer: 'ayu', pin: ayu.pin });
    assert.equal(again.ok ? 'in' : again.error.code, act === 'sign-out-officer' ? 'in' : 'access.pin');
  }
});

test("the manager's page follows the hall with its session, until that ends", async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  // As a page of this server: a browser names its origin, and Node does not.
  const page = io(mall.url, {
    transports: ['websocket'],
    auth: { session: manager.session },
    extraHeaders: { origin: mall.url },
  });
  t.after(() => page.close());
  await until(() => page.connected);
  assert.equal((await manager.read('/catalogue')).status, 200);
  await fetch(`${mall.url}/api/v1/sessions/current`, {
    method: 'DELETE',
    headers: { [sessionHeader]: manager.session },
  });
  await until(() => !page.connected);
});

test('a new auditor chooses a password before reading anything, and changes nothing', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const added = await manager.act('add-officer', {}, { login: 'audit', name: 'Pak Hasan', roles: ['auditor'] });
  assert.deepEqual([added.status, added.body.pin], [201, null]);
  const first = await mall.signInByPassword('audit', String(added.body.password));
  assert.equal(first.body.mustChange, true);
  const headers = { [sessionHeader]: String(first.body.sessionToken) };
  const ask = (route: string) => fetch(`${mall.url}/api/v1${route}`, { headers }).then((answer) => answer.status);
  assert.equal(await ask('/access/log'), 403);
  assert.equal((await mall.secret(String(added.body.password), 'hujan turun pelan', headers)).status, 204);
  assert.deepEqual([await ask('/access/log'), await ask('/events'), await ask('/access')], [200, 200, 403]);
});

function followed(t: TestContext, { url }: RealMall, options: { token: string; session?: string }) {
  const station = openStation({ url, ...options });
  t.after(() => station.close());
  return station;
}
