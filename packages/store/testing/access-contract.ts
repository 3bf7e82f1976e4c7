import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../src/store.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { issueOf, Mall, stepOf } from './mall.ts';
import { minute, smallMall } from './small-mall.ts';

/** Who may give commands: enrolled devices, officers whose session lives, each at one counter. */
export function accessContract({ name, make }: EngineUnderTest): void {
  test(`[A1] an unknown device, and a role without the right, are refused and nothing is kept of it (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const id = mall.nextId();
    const denied = { ok: false, error: { code: 'access.denied', detail: { kind: 'issue' } } };
    assert.equal(await mall.refusal(mall.device('nobody'), issueOf(['card'])), 'access.expired');
    assert.deepEqual(await mall.give(mall.device('display'), issueOf(['card']), id), denied);
    assert.deepEqual(await mall.give(mall.device('desk one'), issueOf(['card']), id), denied);
    // The refusal was not kept as the command's answer: who may, still can.
    assert.equal((await mall.give(mall.device('kiosk'), issueOf(['card']), id)).ok, true);
    assert.equal(await mall.refusal(mall.device('kiosk'), { kind: 'call-next', counterId: 'one' }), 'access.denied');
    await mall.staff('one', 'a manager', ['manager']);
    const manager = mall.at('one', 'a manager');
    assert.equal(await mall.refusal(manager, { kind: 'call-next', counterId: 'one' }), 'access.denied');
    assert.equal(await mall.refusal(mall.device('kiosk'), { kind: 'tick' }), 'access.denied');
  });

  test(`a kiosk answers for its own slips only; reception for all (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const { id } = await mall.ticket();
    const outcome = { kind: 'print-outcome', ticketId: id, jobId: 'job', outcome: 'PRINTED' } as const;
    const voiding = stepOf(id, { kind: 'void', reason: 'print.notSent' });
    assert.equal(await mall.refusal(mall.device('other kiosk'), outcome), 'access.denied');
    assert.equal(await mall.refusal(mall.device('other kiosk'), voiding), 'access.denied');
    assert.equal(await mall.refusal(mall.device('kiosk'), { ...outcome, ticketId: 'nobody' }), 'ticket.unknown');
    await mall.must(mall.device('kiosk'), outcome);
    await mall.must(mall.device('reception'), voiding);
  });

  test(`a session ends after ten idle minutes, lives on while it is used, and never outlives ten hours (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const call = { kind: 'call-next', counterId: 'one' } as const;
    const token = one.kind === 'station' ? (one.sessionTokenHash ?? '') : '';
    for (let n = 0; n < 66; n += 1) {
      mall.now += 9 * minute;
      await mall.must(one, call);
    }
    assert.equal((await mall.store.sessionByTokenHash(token, mall.now))?.officer.name, 'officer one');
    mall.now += 9 * minute;
    assert.equal(await mall.refusal(one, call), 'access.expired');
    const again = await mall.staff('one');
    mall.now += 10 * minute;
    assert.equal(await mall.refusal(again, call), 'access.expired');
  });

  test(`an officer who serves one visitor for an hour signs in once (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const { id } = await mall.ticket();
    await mall.callNext('one');
    await mall.step(one, id, { kind: 'start' });
    mall.now += 60 * minute;
    await mall.step(one, id, { kind: 'finish', outcome: 'done' });
    mall.now += 10 * minute;
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'one' }), 'access.expired');
  });

  test(`a session whose officer is at the page lives on without a command, from its own device only (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const token = one.kind === 'station' ? (one.sessionTokenHash ?? '') : '';
    const touch = (deviceId = 'desk one') => mall.store.touchSession(token, deviceId, mall.now);
    const began = mall.now;
    for (let n = 0; n < 5; n += 1) {
      mall.now += 9 * minute;
      assert.equal(await touch(), mall.now + 10 * minute);
    }
    assert.equal(await touch('desk two'), null);
    assert.equal((await mall.store.sessionByTokenHash(token, mall.now))?.idleUntil, mall.now + 10 * minute);
    mall.now += 10 * minute;
    assert.equal(await touch(), null);
    await mall.staff('one');
    assert.equal(await touch(), null);
    assert.ok(began < mall.now);
  });

  test(`a refused command keeps a session alive too (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    for (let n = 0; n < 3; n += 1) {
      mall.now += 9 * minute;
      assert.equal(await mall.refusal(one, stepOf('nobody', { kind: 'start' })), 'ticket.unknown');
    }
  });

  test(`an officer is at one counter: signing in elsewhere ends the older session (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one', 'Ayu');
    await mall.signIn('two', 'Ayu');
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'one' }), 'access.expired');
    assert.equal(await mall.refusal(mall.at('two', 'Ayu'), { kind: 'call-next', counterId: 'two' }), 'counter.closed');
    await mall.signIn('two', 'Budi');
    const ayu = mall.at('two', 'Ayu');
    assert.equal(await mall.refusal(ayu, { kind: 'call-next', counterId: 'two' }), 'access.expired');
  });

  test(`whoever finds the session ended is told why (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const tokenOf = (caller: Caller) => (caller.kind === 'station' ? (caller.sessionTokenHash ?? '') : '');
    const end = async (token: string) => mall.store.sessionEnd(token, mall.now);
    const ayu = tokenOf(await mall.staff('one', 'Ayu'));
    assert.equal(await end(ayu), null);
    assert.equal(await end('a token of nobody'), null);
    mall.now += minute;
    await mall.signIn('two', 'Ayu');
    assert.deepEqual(await end(ayu), { why: 'elsewhere', counterId: 'two' });
    const again = tokenOf(mall.at('two', 'Ayu'));
    mall.now += minute;
    await mall.signIn('two', 'Ayu');
    assert.deepEqual(await end(again), { why: 'again' });
    const third = tokenOf(mall.at('two', 'Ayu'));
    mall.now += minute;
    await mall.signIn('two', 'Budi');
    assert.deepEqual(await end(third), { why: 'counterTaken', officer: 'Budi' });
    const budi = tokenOf(mall.at('two', 'Budi'));
    mall.now += 10 * minute;
    assert.deepEqual(await end(budi), { why: 'idle' });
    await mall.signIn('two', 'Budi');
    const later = tokenOf(mall.at('two', 'Budi'));
    mall.now += minute;
    await mall.store.endSession(later, mall.now);
    assert.deepEqual(await end(later), { why: 'signedOut' });
  });

  test(`a counter is not taken over while another officer's visitor is at it, and its own officer may return (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    await mall.staff('one', 'Ayu');
    await mall.signIn('one', 'Budi');
    const { id } = await mall.ticket();
    await mall.callNext('one', 'Budi');
    mall.now += 11 * minute;
    const taken = async () => {
      const signing = await mall.signIn('one', 'Ayu');
      return signing.ok ? 'signed in' : signing.error.code;
    };
    assert.equal(await taken(), 'counter.taken');
    assert.equal((await mall.signIn('one', 'Budi')).ok, true);
    await mall.step(mall.at('one', 'Budi'), id, { kind: 'recall' });
    await mall.step(mall.at('one', 'Budi'), id, { kind: 'start' });
    assert.equal(await taken(), 'counter.taken');
    assert.equal((await mall.signIn('one', 'Budi')).ok, true);
    await mall.step(mall.at('one', 'Budi'), id, { kind: 'finish', outcome: 'done' });
    assert.equal((await mall.signIn('one', 'Ayu')).ok, true);
  });

  test(`nobody signs in at a kiosk, at an unknown counter or without being an officer (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const codeOf = async (signing: ReturnType<Mall['signIn']>) => {
      const done = await signing;
      return done.ok ? 'signed in' : done.error.code;
    };
    assert.equal(await codeOf(mall.signIn('one', 'Ayu', ['officer'], 'kiosk')), 'access.denied');
    assert.equal(await codeOf(mall.signIn('nine', 'Ayu', ['officer'], 'desk one')), 'counter.unknown');
    const ghost = { id: 's', officerId: 'ghost', counterId: 'one', deviceId: 'desk one', expiresAt: mall.now + minute };
    assert.equal((await mall.store.beginSession(ghost, 'token', mall.now)).ok, false);
  });

  test(`a session works from its own device only, and ends when it is ended (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const one = await mall.staff('one');
    const token = one.kind === 'station' ? (one.sessionTokenHash ?? '') : '';
    const stolen = { kind: 'station', deviceTokenHash: 'token of desk two', sessionTokenHash: token } as const;
    assert.equal(await mall.refusal(stolen, { kind: 'call-next', counterId: 'one' }), 'access.denied');
    await mall.store.endSession(token, mall.now);
    assert.equal(await mall.refusal(one, { kind: 'call-next', counterId: 'one' }), 'access.expired');
    assert.equal(await mall.store.sessionByTokenHash(token, mall.now), null);
  });

  test(`a device that is enrolled again has its new token and no other (${name})`, async (t) => {
    const mall = await Mall.on((await make(t, smallMall)).store);
    const kiosk = { id: 'kiosk', role: 'kiosk', name: 'Kiosk 1', counterId: null, zoneId: 'hall' } as const;
    await mall.store.addDevice(kiosk, 'new token', mall.now);
    assert.equal(await mall.store.deviceByTokenHash('token of kiosk'), null);
    assert.deepEqual(await mall.store.deviceByTokenHash('new token'), kiosk);
    assert.equal((await mall.store.officerByLogin('nobody')) ?? null, null);
  });
}
