import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaked, wrongReply } from './verdict.ts';

const good = {
  sent: 'POST /api/v1/tickets body',
  status: 400,
  contentType: 'application/problem+json; charset=utf-8',
  text: '{"code":"request.invalid"}',
};

test('a refusal with a code is as it must be', () => {
  assert.equal(wrongReply(good), null);
  assert.deepEqual(leaked({ files: 30, megabytes: 90 }, { files: 40, megabytes: 250 }), []);
});

for (const [crime, reply, named] of [
  ['a fault of the server', { status: 500 }, /fault of the server/],
  ['a broken request that was taken', { status: 201 }, /taken although broken/],
  ['a connection that just ended', { status: null }, /no answer/],
  ['an answer of the framework', { contentType: 'application/json', text: '{"statusCode":400}' }, /no problem/],
  ['a problem without a code', { text: '{"title":"Bad"}' }, /no problem/],
  ['a stack', { text: '{"code":"request.invalid","x":"at open (/srv/a/b.js:1:2)"}' }, /inside/],
  ['a statement', { text: '{"code":"request.invalid","x":"SELECT id FROM x"}' }, /inside/],
] as const)
  test(`${crime} is convicted`, () => assert.match(wrongReply({ ...good, ...reply }) ?? 'nothing', named));

test('files and memory that stay are convicted', () => {
  const [files, memory] = leaked({ files: 30, megabytes: 90 }, { files: 60, megabytes: 400 });
  assert.match(files ?? '', /files stay open/);
  assert.match(memory ?? '', /memory stays/);
});
