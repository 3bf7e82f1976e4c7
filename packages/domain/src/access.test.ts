import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorise, type CommandKind, decideRoles, mayGive, type Role, rolesIn } from './access.ts';

const roles: readonly Role[] = [
  'kiosk',
  'display',
  'counter',
  'officer',
  'picker',
  'reception',
  'supervisor',
  'manager',
  'auditor',
  'system',
];
const kinds = Object.keys(mayGive) as CommandKind[];
const as = (...held: Role[]) => ({ roles: held, deviceId: 'd', officerId: null, counterId: null });

test('[A1] a command is for the roles in the table and for nobody else', () => {
  for (const kind of kinds)
    for (const role of roles)
      assert.equal(authorise(as(role), kind).ok, mayGive[kind].includes(role), `${role} gives ${kind}`);
});

test('[A1] nobody without a role gives anything, and one of several roles is enough', () => {
  for (const kind of kinds) assert.equal(authorise(as(), kind).ok, false, kind);
  assert.equal(authorise(as('display', 'officer'), 'call-next').ok, true);
});

test('[A1] a manager, an auditor and a display never call a number, and a kiosk never serves one', () => {
  for (const role of ['manager', 'auditor', 'display', 'supervisor', 'kiosk'] as const)
    for (const kind of ['call-next', 'call', 'recall', 'start', 'finish', 'no-show'] as const)
      assert.equal(authorise(as(role), kind).ok, false, `${role} gives ${kind}`);
});

test('[A5] a PIN at a counter makes nobody a manager, and a password without a device nobody an officer', () => {
  const everything: readonly Role[] = ['officer', 'picker', 'reception', 'supervisor', 'manager', 'auditor'];
  assert.deepEqual(rolesIn(everything, true), ['manager', 'auditor']);
  assert.deepEqual(rolesIn(everything, false), ['officer', 'picker', 'reception', 'supervisor']);
});

test('[A6] a manager may shut out others, but not close the own door', () => {
  const me = { ...as('manager'), officerId: 'me' };
  assert.equal(decideRoles(me, 'other', null).ok, true);
  assert.equal(decideRoles(me, 'me', ['manager', 'auditor']).ok, true);
  assert.deepEqual(decideRoles(me, 'me', ['auditor']), { ok: false, error: { code: 'officer.self' } });
  assert.deepEqual(decideRoles(me, 'me', null), { ok: false, error: { code: 'officer.self' } });
});
