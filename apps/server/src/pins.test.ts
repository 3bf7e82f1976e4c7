import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPin, isPin } from './pins.ts';
import { signInLimits } from './sign-in-limits.ts';

test('a PIN is known again, another is not, and equal PINs have different hashes', async () => {
  const [one, two] = await Promise.all([hashPin('482913'), hashPin('482913')]);
  assert.notEqual(one, two);
  assert.match(one, /^argon2id\$19456\$2\$1\$/);
  assert.equal(await isPin('482913', one), true);
  assert.equal(await isPin('482914', one), false);
});

test('forty officers who sign in together are all answered', async () => {
  const hashed = await hashPin('482913');
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => isPin(n % 2 ? '482913' : '000000', hashed)));
  assert.deepEqual(
    answers,
    Array.from({ length: 12 }, (_, n) => n % 2 === 1),
  );
});

test('a row that is no hash is a fault, not a wrong PIN', async () => {
  await assert.rejects(isPin('482913', 'plain'), /not a PIN hash/);
});

test('five wrong PINs cost a minute, the sixth two, and never more than fifteen', () => {
  const limits = signInLimits();
  const waits: number[] = [];
  for (let failure = 1; failure <= 12; failure += 1) {
    limits.failed('siti', 'desk-1', 0);
    waits.push(limits.wait('siti', 'desk-1', 0) / 60_000);
  }
  assert.deepEqual(waits, [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15]);
  assert.equal(limits.wait('siti', 'desk-1', 15 * 60_000), 0, 'the way in opens again by itself');
  assert.equal(limits.wait('siti', 'desk-2', 0), 0, 'another desk is not locked out');
  limits.succeeded('siti', 'desk-1');
  assert.equal(limits.wait('siti', 'desk-1', 0), 0);
});

test('one desk that tries many names is slowed down as well', () => {
  const limits = signInLimits();
  for (let name = 0; name < 20; name += 1) limits.failed(`officer-${name}`, 'desk-1', 0);
  assert.equal(limits.wait('somebody-else', 'desk-1', 0), 60_000);
});
