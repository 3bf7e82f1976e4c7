import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSuperseded, sessionEndOf } from './session-end.ts';

const expired = (values?: Record<string, string>) =>
  sessionEndOf({ code: 'access.expired', ...(values && { values }) });

test('what the server says of an ended session is believed as far as it is understood', () => {
  assert.deepEqual(expired({ why: 'manager' }), { why: 'manager' });
  assert.deepEqual(expired({ why: 'counterTaken', officer: 'Budi' }), { why: 'counterTaken', officer: 'Budi' });
  assert.deepEqual(expired({ why: 'elsewhere', counterId: 'c2' }), { why: 'elsewhere', counterId: 'c2' });
  // Of another build, or of a token that nobody knows.
  assert.deepEqual(expired({ why: 'counterTaken' }), { why: 'ended' });
  assert.deepEqual(expired({ why: 'something newer' }), { why: 'ended' });
  assert.deepEqual(expired(), { why: 'ended' });
});

test('a link that is down, or a refusal, ends no session', () => {
  assert.equal(sessionEndOf({ code: 'link.down' }), null);
  assert.equal(sessionEndOf({ code: 'access.denied', values: { why: 'idle' } }), null);
});

test('only whoever works elsewhere now is protected from a stray key', () => {
  assert.equal(isSuperseded({ why: 'again' }), true);
  assert.equal(isSuperseded({ why: 'elsewhere', counterId: 'c2' }), true);
  for (const why of ['idle', 'day', 'manager', 'signedOut'] as const) assert.equal(isSuperseded({ why }), false);
});
