import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFlags } from './flags.ts';

test('without flags a Monday of five hundred visits is played sixty times as fast', () => {
  assert.deepEqual(readFlags([]), {
    server: 'http://localhost:8080',
    speed: 60,
    visits: 500,
    seed: 1,
    day: 'mon',
    minutes: null,
  });
});

test('a flag that means nothing is named', () => {
  for (const [typed, named] of [
    [['--day', 'sun'], /--day.*"sun"/],
    [['--speed', 'fast'], /--speed.*"fast"/],
    [['--visits', '0'], /--visits/],
    [['--server', 'localhost'], /--server.*"localhost"/],
    [['--sped', '9'], /--sped/],
  ] as const) {
    const read = readFlags(typed);
    assert.ok(typeof read === 'string');
    assert.match(read, named);
  }
});
