import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JobName, jobs } from '../../testing/jobs.ts';
import { nothingRead, paperOf, read } from '../../testing/paper-of.ts';
import { oneLeg } from '../../testing/slip-examples.ts';
import { paper80 } from '../profiles.ts';
import { slipJob } from '../slip-bytes.ts';
import { printOn } from './paper.ts';
import { qrModules } from './paper-picture.ts';
import { watchRealTime } from './real-time.ts';

const streams: Readonly<Record<string, Uint8Array>> = {
  'a slip': slipJob(oneLeg, paper80).bytes,
  ...Object.fromEntries(
    (['styles', 'codes', 'pictures'] as const satisfies readonly JobName[]).map((name) => [
      name,
      Buffer.from(jobs[name], 'latin1'),
    ]),
  ),
  'questions amid a picture': Buffer.from(
    '\x1dv0\x00\x02\x00\x02\x00\xff\x10\x04\x01\xff\x10\x05\x02\xff\xff\x10A\n',
    'latin1',
  ),
};

for (const [name, bytes] of Object.entries(streams))
  test(`${name}, cut by the network at any byte, is decoded alike and gives the same paper`, () => {
    const whole = read(nothingRead, bytes);
    const paper = printOn(576, whole.ops, qrModules);
    let before = nothingRead;
    for (let at = 0; at <= bytes.length; at += 1) {
      const both = read(before, bytes.subarray(at));
      assert.deepEqual(both.ops, whole.ops);
      // Equal ops are equal paper; played now and then all the same, because that is what people hold in their hands.
      if (at % 97 === 0) assert.deepEqual(printOn(576, both.ops, qrModules), paper);
      before = read(before, bytes.subarray(at, at + 1));
    }
  });

test('a question to the printer is heard in the middle of a picture, and the picture does not suffer', () => {
  const [asked, plain] = ['\xff\x10\x04\x01\xaa', '\xff\xaa'].map((bits) =>
    paperOf(`\x1dv0\x00\x01\x00\x02\x00${bits}AQ012\n`),
  );
  assert.deepEqual(asked, plain);
});

test('real-time commands are told from bytes that only begin like them', () => {
  let state: readonly number[] = [];
  const heard = [];
  const passed: number[] = [];
  const questions = [0x41, 0x10, 0x10, 0x04, 0x01, 0x10, 0x05, 0x02, 0x10, 0x41, 0x04, 0x01, 0x10, 0x04, 0x07];
  const orders = [0x10, 0x05, 0x01, 0x10, 0x14, 0x01, 0x00, 0x05, 0x10, 0x14, 0x02, 0x01, 0x08, 0x10, 0x14, 0x08, 1, 3];
  for (const byte of [...questions, ...orders, 20, 1, 6, 2, 8]) {
    const step = watchRealTime(state, byte);
    state = step.state;
    passed.push(...step.passed);
    if (step.heard) heard.push(step.heard);
  }
  assert.deepEqual(heard, [
    { kind: 'status', n: 1 },
    { kind: 'recover', clears: true },
    { kind: 'recover', clears: false },
    { kind: 'pulse' },
    { kind: 'powerOff' },
    { kind: 'clear' },
  ]);
  assert.deepEqual(passed, [0x41, 0x10, 0x10, 0x41, 0x04, 0x01, 0x10, 0x04, 0x07]);
});

test('a byte that nobody has checked is written down and can fail a test in one line', () => {
  const { unknown } = paperOf('\x1b\x99A\x01\x1d(k\x03\x00\x30C\x02\x1bt\x63\x1bR\x63\x1dk\x06123\x00');
  assert.deepEqual(unknown, [
    [0x1b, 0x99],
    [0x01],
    [0x1d, 0x28, 0x6b, 0x03, 0x00, 0x30, 0x43, 0x02],
    [0x1b, 0x74, 0x63],
    [0x1b, 0x52, 0x63],
    [0x1d, 0x6b, 0x06, 0x31, 0x32, 0x33, 0x00],
  ]);
  assert.deepEqual(paperOf(jobs.styles).unknown, []);
});
