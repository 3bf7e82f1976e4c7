import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficerRole } from '@antrean/domain';
import type { Caller } from '../src/store.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { Mall } from './mall.ts';
import { minute, smallMall } from './small-mall.ts';

const manager = { kind: 'person', sessionTokenHash: 'session of the manager' } as const satisfies Caller;

async function managed(store: Mall['store']) {
  const mall = await Mall.on(store);
  const sri = { id: 'sri', login: 'sri', name: 'Sri', roles: ['manager'] as const };
  await store.addOfficer({ ...sri, pinHash: 'no pin', passwordHash: 'hash' }, mall.now);
  await signIn(mall, 'sri', 'session of the manager');
  const addOfficer = async (login: string, ...roles: OfficerRole[]) => {
    const secrets = { pinHash: 'hash of a pin', passwordHash: roles.includes('auditor') ? 'hash' : null };
    return (await mall.must(manager, { kind: 'add-officer', login, name: login, roles, ...secrets })).officerId;
  };
  const addKiosk = (codeHash: string) =>
    mall.must(manager, { kind: 'add-device', role: 'kiosk', name: 'Lobi', counterId: null, zoneId: null, codeHash });
  return { mall, addOfficer, addKiosk };
}

function signIn(mall: Mall, officerId: string, token: string, deviceId: string | null = null) {
  const counterId = deviceId === null ? null : deviceId.replace('desk ', '');
  const session = { id: token, officerId, counterId, deviceId, expiresAt: mall.now + 600 * minute };
  return mall.store.beginSession(session, token, mall.now);
}

/** People and devices: who may come in, for how long, and the record of it. */
export function doorsContract({ name, make }: EngineUnderTest): void {
  test(`a device is let in by its code: once, within ten minutes, and by its newest (${name})`, async (t) => {
    const { mall, addKiosk } = await managed(await (await make(t, smallMall)).store);
    const { access } = mall.store;
    const { deviceId, validUntil } = await addKiosk('code one');
    assert.equal(validUntil, mall.now + 10 * minute);
    assert.equal(
      (await mall.store.devices()).some(({ id }) => id === deviceId),
      false,
      'it is not there yet',
    );
    mall.now = validUntil;
    assert.equal(await access.enrol('code one', 'token', mall.now), null);
    await signIn(mall, 'sri', 'session of the manager, later');
    const renew = (codeHash: string) =>
      mall.must(
        { ...manager, sessionTokenHash: 'session of the manager, later' },
        { kind: 'renew-code', deviceId, codeHash },
      );
    await renew('code two');
    await renew('code three');
    assert.equal(await access.enrol('code two', 'token', mall.now), null);
    assert.equal((await access.enrol('code three', 'new token', mall.now))?.name, 'Lobi');
    assert.equal(await access.enrol('code three', 'another', mall.now), null);
    assert.equal((await mall.store.deviceByTokenHash('new token'))?.id, deviceId);
    await renew('code four');
    assert.ok(await mall.store.deviceByTokenHash('new token'), 'the old PC works until the new one is there');
    await access.enrol('code four', 'newest', mall.now);
    assert.equal(await mall.store.deviceByTokenHash('new token'), null);
  });

  test(`a device that was shut out is nobody, and neither is who was signed in there (${name})`, async (t) => {
    const { mall, addKiosk } = await managed(await (await make(t, smallMall)).store);
    const { deviceId } = await addKiosk('code');
    await mall.must(manager, { kind: 'rename-device', deviceId, name: 'Pintu barat' });
    await mall.must(manager, { kind: 'revoke-device', deviceId });
    assert.equal(await mall.store.access.enrol('code', 'token', mall.now), null);
    for (const order of [
      { kind: 'revoke-device', deviceId },
      { kind: 'rename-device', deviceId, name: 'x' },
      { kind: 'renew-code', deviceId, codeHash: 'c' },
    ] as const)
      assert.equal(await mall.refusal(manager, order), 'device.unknown');
    const one = await mall.staff('one');
    await mall.must(manager, { kind: 'revoke-device', deviceId: 'desk one' });
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'one' }), 'access.expired');
    assert.equal((await mall.store.access.deviceTokenHashes()).has('token of desk one'), false);
    const { devices } = await mall.store.access.doors(mall.now);
    assert.deepEqual(
      devices
        .filter(({ state }) => state === 'revoked')
        .map((device) => device.name)
        .sort(),
      ['Pintu barat', 'desk one'],
    );
  });

  test(`who has a PIN that somebody else chose may do nothing before it is changed (${name})`, async (t) => {
    const { mall, addOfficer } = await managed(await (await make(t, smallMall)).store);
    const id = await addOfficer('ayu', 'officer');
    assert.equal((await signIn(mall, id, 'session of ayu', 'desk one')).ok, true);
    const ayu: Caller = {
      kind: 'station',
      deviceTokenHash: 'token of desk one',
      sessionTokenHash: 'session of ayu',
    };
    const open = { kind: 'counter', counterId: 'one', step: { kind: 'open' } } as const;
    assert.equal(await mall.refusal(ayu, open), 'access.mustChange');
    await mall.store.access.changeSecret(id, 'pin', 'hash of her own', mall.now);
    await mall.must(ayu, open);
    await mall.must(manager, { kind: 'reset-secret', officerId: id, pinHash: 'hash', passwordHash: null });
    assert.equal(await mall.refusal(ayu, { kind: 'call-next', counterId: 'one' }), 'access.expired');
    assert.equal((await mall.store.officerByLogin('ayu'))?.isPinInitial, true);
  });

  test(`an officer who is signed out, or has left, is out at once; who comes back is let in again (${name})`, async (t) => {
    const { mall } = await managed(await (await make(t, smallMall)).store);
    const call = { kind: 'call-next', counterId: 'one' } as const;
    const one = await mall.staff('one', 'Ayu');
    await mall.must(manager, { kind: 'sign-out-officer', officerId: 'Ayu' });
    assert.equal(await mall.refusal(one, call), 'access.expired');
    const again = await mall.staff('one', 'Ayu');
    await mall.must(manager, { kind: 'deactivate-officer', officerId: 'Ayu' });
    assert.equal(await mall.refusal(again, call), 'access.expired');
    assert.equal((await signIn(mall, 'Ayu', 'late', 'desk one')).ok, false);
    await mall.must(manager, { kind: 'reactivate-officer', officerId: 'Ayu' });
    assert.equal((await signIn(mall, 'Ayu', 'back', 'desk one')).ok, true);
    assert.equal(await mall.refusal(manager, { kind: 'sign-out-officer', officerId: 'nobody' }), 'officer.unknown');
  });

  test(`a manager acts behind a password only, closes no door on the own fingers, and calls nobody (${name})`, async (t) => {
    const { mall, addOfficer } = await managed(await (await make(t, smallMall)).store);
    assert.equal(await mall.refusal(manager, { kind: 'call-next', counterId: 'one' }), 'access.denied');
    assert.equal(await mall.refusal(manager, { kind: 'deactivate-officer', officerId: 'sri' }), 'officer.self');
    const change = { kind: 'change-officer', officerId: 'sri', name: 'Sri', roles: ['auditor'] } as const;
    assert.equal(await mall.refusal(manager, change), 'officer.self');
    assert.equal(await mall.refusal(manager, { ...change, officerId: 'nobody' }), 'officer.unknown');
    const add = {
      kind: 'add-officer',
      login: 'sri',
      name: 'x',
      roles: ['officer'],
      pinHash: '',
      passwordHash: null,
    } as const;
    assert.equal(await mall.refusal(manager, add), 'officer.loginTaken');
    await mall.staff('one', 'everything', ['officer', 'manager', 'auditor']);
    assert.equal(await mall.refusal(mall.at('one', 'everything'), { ...add, login: 'new' }), 'access.denied');
    const auditor = await addOfficer('audit', 'auditor');
    assert.equal((await signIn(mall, auditor, 'session of audit')).ok, true);
    const audit: Caller = { kind: 'person', sessionTokenHash: 'session of audit' };
    assert.equal(await mall.refusal(audit, { ...add, login: 'new' }), 'access.mustChange');
    await mall.store.access.changeSecret(auditor, 'password', 'own', mall.now);
    assert.equal(await mall.refusal(audit, { ...add, login: 'new' }), 'access.denied');
    const officer = await addOfficer('budi', 'officer');
    assert.equal((await signIn(mall, officer, 'session of budi')).ok, false, 'an officer has no page of the manager');
    mall.now += 10 * minute;
    assert.equal(await mall.refusal(manager, { ...add, login: 'new' }), 'access.expired', 'ten idle minutes');
  });

  test(`at a counter and at the manager's page at once: neither place ends the other (${name})`, async (t) => {
    const { mall } = await managed(await (await make(t, smallMall)).store);
    const both = { id: 'dewi', login: 'dewi', name: 'Dewi', roles: ['officer', 'manager'] as const };
    await mall.store.addOfficer({ ...both, pinHash: 'pin', passwordHash: 'password' }, mall.now);
    await signIn(mall, 'dewi', 'page');
    await signIn(mall, 'dewi', 'counter', 'desk one');
    const { officers } = await mall.store.access.doors(mall.now);
    assert.deepEqual(officers.find(({ id }) => id === 'dewi')?.signedInAt.toSorted(), ['desk one', null]);
    await signIn(mall, 'dewi', 'another page');
    assert.equal(await mall.store.sessionByTokenHash('page', mall.now), null);
    assert.ok(await mall.store.sessionByTokenHash('counter', mall.now));
  });

  test(`[W11] a manager sets how loud a zone is; it is in the log with who did it, and outlasts restart and day (${name})`, async (t) => {
    const { store, reopen } = await make(t, smallMall);
    const { mall } = await managed(store);
    const order = {
      kind: 'set-loudness',
      zoneId: 'hall',
      volume: 60,
      hours: [{ from: '12:00', to: '13:00', volume: 0 }],
    } as const;
    await mall.must(manager, order);
    assert.equal(await mall.refusal(manager, { ...order, zoneId: 'attic' }), 'zone.unknown');
    const again = new Mall(await reopen());
    await again.must(again.system(), { kind: 'close-day' });
    await again.must(again.system(), { kind: 'open-day', serviceDay: '2026-07-14', by: 'hand' });
    const { volume, hours } = order;
    assert.deepEqual((await again.store.hall()).loudness, { hall: { volume, hours } });
    await again.must(manager, { ...order, volume: 30 });
    assert.equal((await again.store.hall()).loudness.hall?.volume, 30);
    const { acts } = await again.store.oddities(mall.now);
    assert.deepEqual(
      acts.flatMap(({ type, officer }) => (type === 'zone.loudnessSet' ? officer : [])),
      ['Sri'],
    );
  });

  test(`the setup code makes one manager and is used up (${name})`, async (t) => {
    const mall = await Mall.on(await (await make(t, smallMall)).store);
    const { access } = mall.store;
    assert.deepEqual(await access.setup(), { hasCode: false, hasManager: false });
    await access.openSetup('first', mall.now);
    await access.openSetup('second', mall.now);
    const sri = {
      id: 'sri',
      login: 'sri',
      name: 'Sri',
      roles: ['manager'] as const,
      pinHash: '',
      passwordHash: 'hash',
    };
    assert.equal(await access.foundManager('first', sri, mall.now), null);
    assert.deepEqual(await access.foundManager('second', sri, mall.now), { ok: true, value: 'sri' });
    assert.equal(await access.foundManager('second', { ...sri, id: 'x', login: 'x' }, mall.now), null);
    assert.deepEqual(await access.setup(), { hasCode: false, hasManager: true });
  });

  test(`each act at the doors stands in a record that is never rewritten and holds no secret (${name})`, async (t) => {
    const { mall, addOfficer, addKiosk } = await managed(await (await make(t, smallMall)).store);
    await addOfficer('ayu', 'officer');
    const { deviceId } = await addKiosk('the code');
    await mall.store.access.enrol('the code', 'the token', mall.now);
    mall.now += 1;
    await mall.must(manager, { kind: 'revoke-device', deviceId });
    const log = await mall.store.access.log(10);
    assert.deepEqual(log.map(({ act }) => act).sort(), ['add-device', 'add-officer', 'enrol', 'revoke-device']);
    assert.deepEqual([log[0]?.act, log[0]?.byOfficerId, log[0]?.deviceId], ['revoke-device', 'sri', deviceId]);
    assert.doesNotMatch(JSON.stringify(log), /the code|the token|hash/);
  });
}
