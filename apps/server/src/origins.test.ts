import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedOrigins, isOurHost } from './origins.ts';

const plain = { port: () => 8080, isEncrypted: false };
const allowed = allowedOrigins(['http://kiosk.mall.test'], 'http://mall.test:8080', plain);

test('[S17] pages of the mall’s own addresses may talk to the server', () => {
  assert.equal(allowed('http://mall.test:8080', 'mall.test:8080'), true);
  assert.equal(allowed('http://kiosk.mall.test', 'mall.test:8080'), true);
  assert.equal(allowed('http://localhost:8080', 'localhost:8080'), true);
  assert.equal(allowed('http://127.0.0.1:8080', '127.0.0.1:8080'), true);
  assert.equal(allowed(undefined, 'mall.test:8080'), true, 'no page at all: the device token decides');
});

test('[S17] pages of anybody else may not', () => {
  assert.equal(allowed('http://evil.example', 'mall.test:8080'), false);
  assert.equal(allowed('http://mall.test', 'mall.test:8080'), false, 'another port is another origin');
  assert.equal(allowed('http://localhost:9999', 'localhost:8080'), false);
  assert.equal(allowed('http://evil.example:8080', 'evil.example:8080'), false, 'a foreign name that points here');
  assert.equal(allowed('null', 'localhost:8080'), false);
});

test('[S26] a page that came unencrypted may not talk to an encrypted server', () => {
  const own = { port: () => 443, isEncrypted: true };
  const encrypted = allowedOrigins([], 'https://mall.test', own);
  assert.equal(encrypted('https://mall.test', 'mall.test'), true);
  assert.equal(encrypted('https://localhost', 'localhost'), true);
  assert.equal(encrypted('http://mall.test', 'mall.test'), false);
  assert.equal(encrypted('http://localhost:443', 'localhost:443'), false);
});

test('a foreign name that was made to point at this machine is not ours', () => {
  assert.equal(isOurHost('localhost:8080', [], 'http://mall.test:8080'), true);
  assert.equal(isOurHost('mall.test:8080', [], 'http://mall.test:8080'), true);
  assert.equal(isOurHost('evil.example:8080', [], 'http://mall.test:8080'), false);
  assert.equal(isOurHost(undefined, [], 'http://mall.test:8080'), false);
});
