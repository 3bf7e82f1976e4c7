import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { sessionHeader } from '@antrean/protocol';
import { codeIn, managersPassword, openRealMall } from '../real-mall.ts';

const sri = { login: 'sri', name: 'Sri Wahyuni', password: managersPassword };

test('[S12] a real mall has no account; the code on its console makes the first manager, once', async (t) => {
  const mall = await openRealMall(t);
  assert.match(mall.code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  for (const [name, password] of [
    ['admin', 'admin'],
    ['pengelola', 'pengelola'],
    ['sri', managersPassword],
  ] as const)
    assert.equal((await mall.signInByPassword(name, password)).body.code, 'access.password');
  assert.equal((await mall.post('/setup', { ...sri, code: 'AAAA-BBBB-CCCC' })).body.code, 'setup.code');
  const weak = await mall.post('/setup', { ...sri, code: mall.code, password: 'pendek' });
  assert.deepEqual([weak.status, weak.body.code, weak.body.field], [400, 'access.weak', 'password']);
  // As it is typed from across the room.
  const typed = mall.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  assert.equal((await mall.post('/setup', { ...sri, code: typed })).status, 201);
  assert.equal((await mall.post('/setup', { ...sri, login: 'another', code: mall.code })).body.code, 'setup.code');
  const signedIn = await mall.signInByPassword('sri', managersPassword);
  assert.deepEqual([signedIn.status, signedIn.body.mustChange], [201, false]);
});

test('the console says the code again only to whoever asks for a new one at the machine', async (t) => {
  const mall = await openRealMall(t);
  const second = await mall.notice(false);
  assert.match(second ?? '', /--new-setup-code/);
  assert.equal(codeIn(second ?? ''), '', 'the first code still counts, and is not said twice');
  const newer = codeIn((await mall.notice(true)) ?? '');
  assert.equal((await mall.post('/setup', { ...sri, code: mall.code })).body.code, 'setup.code');
  assert.equal((await mall.post('/setup', { ...sri, code: newer })).status, 201);
  assert.equal(await mall.notice(false), null, 'a mall with a manager says nothing');
  const lost = codeIn((await mall.notice(true)) ?? '');
  assert.equal((await mall.post('/setup', { ...sri, login: 'budi', code: lost })).status, 201);
});

test('[S10] who guesses passwords or codes waits ever longer, and never for good', async (t) => {
  const mall = await openRealMall(t);
  await mall.manage();
  for (let n = 0; n < 5; n += 1)
    assert.equal((await mall.signInByPassword('sri', `wrong ${n}`)).body.code, 'access.password');
  const waiting = await mall.signInByPassword('sri', managersPassword);
  assert.deepEqual([waiting.status, waiting.body.code, waiting.body.values], [429, 'access.wait', { seconds: 60 }]);
  mall.clock.at += 60_000;
  assert.equal((await mall.signInByPassword('sri', managersPassword)).status, 201);
  for (let n = 0; n < 5; n += 1)
    assert.equal((await mall.post('/enrolments', { code: `WRNG-${n}000` })).body.code, 'enrol.code');
  assert.equal((await mall.post('/enrolments', { code: 'WRNG-9999' })).body.code, 'access.wait');
  mall.clock.at += 15 * 60_000;
  assert.equal((await mall.post('/enrolments', { code: 'WRNG-9999' })).body.code, 'enrol.code');
});

test("[S11] the manager's session ends when it lies idle, when signed out, and after a working day", async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  for (let n = 0; n < 65; n += 1) {
    mall.clock.at += 9 * 60_000;
    const here = await mall.post('/sessions/current/presence', {}, { [sessionHeader]: manager.session });
    assert.equal(here.status, 200);
  }
  mall.clock.at += 16 * 60_000;
  assert.equal((await manager.read('/access')).body.code, 'access.expired');
  const again = await mall.manage();
  mall.clock.at += 10 * 60_000;
  assert.equal((await again.read('/access')).body.code, 'access.expired');
  const third = await mall.manage();
  await fetch(`${mall.url}/api/v1/sessions/current`, {
    method: 'DELETE',
    headers: { [sessionHeader]: third.session },
  });
  assert.equal((await third.read('/access')).body.code, 'access.expired');
});

test('[S42] neither the log nor the database file holds a password, a code, a PIN or a token', async (t) => {
  const mall = await openRealMall(t);
  const manager = await mall.manage();
  const desk = await mall.enrol(manager, 'counter', 'counter-1');
  const officer = await mall.hire(manager, 'ayu', ['officer'], desk.token);
  const added = await manager.act('add-officer', {}, { login: 'budi', name: 'Budi', roles: ['officer', 'auditor'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-copy-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await mall.store.backup(path.join(folder, 'copy.db'));
  const kept = readFileSync(path.join(folder, 'copy.db'), 'latin1') + mall.log.join('');
  for (const secret of [mall.code, managersPassword, manager.session, desk.token, officer.session, added.body.password])
    assert.equal(kept.includes(String(secret)), false, String(secret));
  for (const pin of [officer.pin, added.body.pin]) assert.equal(kept.includes(`"${pin}"`), false);
});
