import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionFromAutomatic, stateFromRealTime } from './printer-state.ts';
import { noReply, readReplies } from './status-reply.ts';

// Answers to DLE EOT, a change of status, a fence whose id looks like replies, a model's name, flow control, a waited answer,
// and a change of status that is not complete yet.
const said = Uint8Array.of(
  ...[0x12, 0x1a, 0x10, 0x03, 0x00, 0x0f, 0x37, 0x22, 0x32, 0x36, 0x30, 0x34, 0x00],
  ...[0x5f, 0x54, 0x4d, 0x12, 0x10, 0x00, 0x13, 0x11, 0x00, 0x18, 0x00, 0x12],
);
test('what a printer says is understood alike, wherever the network cuts it', () => {
  const whole = readReplies(noReply, said).replies;
  assert.deepEqual(
    whole.map((reply) => reply.kind),
    ['realTime', 'realTime', 'automatic', 'done', 'other', 'flow', 'flow', 'waited', 'realTime'],
  );
  for (let at = 0; at <= said.length; at += 1) {
    const first = readReplies(noReply, said.subarray(0, at));
    const second = readReplies(first.state, said.subarray(at));
    assert.deepEqual([...first.replies, ...second.replies], whole);
  }
});

test('a change of status survives whatever a printer says in the middle of it', () => {
  const block = [0x38, 0x08, 0x0f, 0x00];
  for (const inserted of [[0x11], [0x13], [0x12], [0x1a], [0x16, 0x13, 0x12], [0x80]])
    for (let at = 1; at < block.length; at += 1) {
      const bytes = Uint8Array.of(...block.slice(0, at), ...inserted, ...block.slice(at));
      for (let cut = 0; cut <= bytes.length; cut += 1) {
        const first = readReplies(noReply, bytes.subarray(0, cut));
        const { replies } = readReplies(first.state, bytes.subarray(cut));
        const all = [...first.replies, ...replies];
        assert.equal(all.length, inserted.length + 1);
        assert.deepEqual(all.at(-1), { kind: 'automatic', bytes: block });
      }
    }
});

test('a change of status that was broken off gives way to what begins instead', () => {
  const { replies } = readReplies(
    noReply,
    Uint8Array.of(0x10, 0x00, 0x18, 0x00, 0x0f, 0x00, 0x18, 0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00),
  );
  assert.deepEqual(replies, [
    { kind: 'other', bytes: [0x10, 0x00] },
    { kind: 'automatic', bytes: [0x18, 0x00, 0x0f, 0x00] },
    { kind: 'other', bytes: [0x18] },
    { kind: 'done', fenceId: 'ABCD' },
  ]);
});

test('an open cover is named before the paper that it hides, and both before "offline"', () => {
  assert.equal(stateFromRealTime(0x12, 0x12, 0x12), 'ready');
  assert.equal(stateFromRealTime(0x12, 0x12, 0x1e), 'nearEnd');
  assert.equal(stateFromRealTime(0x1a, 0x36, 0x7e), 'cover');
  assert.equal(stateFromRealTime(0x1a, 0x32, 0x7e), 'paperOut');
  assert.equal(stateFromRealTime(0x1a, 0x52, 0x12), 'error');
  assert.equal(stateFromRealTime(0x1a, 0x12, 0x12), 'offline');
  const automatic = (...bytes: [number, number, number, number]) => conditionFromAutomatic(bytes);
  assert.deepEqual(automatic(0x10, 0, 0, 0), { state: 'ready', cause: null });
  assert.deepEqual(automatic(0x10, 0, 3, 0), { state: 'nearEnd', cause: null });
  assert.deepEqual(automatic(0x38, 0, 0x0f, 0), { state: 'cover', cause: null });
  assert.deepEqual(automatic(0x18, 0, 0x0f, 0), { state: 'paperOut', cause: null });
  assert.deepEqual(automatic(0x18, 0x04, 0, 0), { state: 'error', cause: null });
  assert.deepEqual(automatic(0x18, 0x08, 0, 0), { state: 'error', cause: 'cutter' });
  assert.deepEqual(automatic(0x18, 0x28, 0, 0), { state: 'error', cause: 'unrecoverable' });
  assert.deepEqual(automatic(0x18, 0, 0, 0), { state: 'offline', cause: null });
});
