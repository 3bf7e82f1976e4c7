import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPresence } from './presence.ts';

const minute = 60_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A page at a server that ends a session ten minutes after the last sign of a person; its clock is moved by hand. */
function page() {
  const clock = { at: 0 };
  const server = { idleUntil: 10 * minute, told: 0, isAway: false };
  let ended = 0;
  const gone = { ok: false, error: { code: 'access.expired' } } as const;
  const presence = openPresence({
    tell: async () => {
      server.told += 1;
      if (server.isAway) return { ok: false, error: { code: 'link.down' } };
      if (clock.at >= server.idleUntil) return gone;
      server.idleUntil = clock.at + 10 * minute;
      return { ok: true, value: { idleUntil: server.idleUntil } };
    },
    ask: async () => (clock.at >= server.idleUntil ? gone : { ok: true, value: { idleUntil: server.idleUntil } }),
    now: () => clock.at,
    onEnd: () => {
      ended += 1;
    },
  });
  /** Lets time pass second by second, as the page does. */
  const passes = async (ms: number, isBusy = false) => {
    for (const end = clock.at + ms; clock.at < end; ) {
      clock.at += 1000;
      presence.look(isBusy);
      await turn();
    }
  };
  const sleeps = (ms: number) => {
    clock.at += ms;
  };
  return { presence, server, passes, sleeps, ended: () => ended };
}

test('whoever touches the page at a quiet counter stays signed in, and the server hears of it once a minute at most', async () => {
  const { presence, server, passes, ended } = page();
  for (let second = 0; second < 30 * 60; second += 5) {
    presence.touch();
    await passes(5_000);
  }
  assert.equal(ended(), 0);
  assert.ok(server.told <= 31, `${server.told} in half an hour`);
  assert.equal(presence.secondsLeft(false), null);
});

test('a touch within the minute is told when the minute is over', async () => {
  const { presence, server, passes } = page();
  presence.touch();
  await passes(30_000);
  presence.touch();
  await passes(29_000);
  assert.equal(server.told, 1);
  await passes(2_000);
  assert.equal(server.told, 2);
});

test('with nobody there the page warns for the last minute, and then the session ends', async () => {
  const { presence, passes, ended } = page();
  await passes(9 * minute);
  assert.equal(presence.secondsLeft(false), null);
  await passes(31_000);
  assert.equal(presence.secondsLeft(false), 30);
  await passes(31_000);
  assert.equal(ended(), 1);
});

test('a key during the warning is enough to stay', async () => {
  const { presence, passes, ended } = page();
  await passes(9 * minute + 50_000);
  presence.touch();
  await passes(5 * minute);
  assert.deepEqual([presence.secondsLeft(false), ended()], [null, 0]);
});

test('a touch before the PC fell asleep keeps no session after it has woken', async () => {
  const { presence, server, passes, sleeps } = page();
  await passes(2 * minute);
  presence.touch();
  await passes(30_000);
  presence.touch();
  sleeps(9 * minute);
  await passes(2_000);
  assert.equal(server.told, 2);
});

test('an officer with a visitor is not warned', async () => {
  const { presence, passes, ended } = page();
  await passes(30 * minute, true);
  assert.deepEqual([presence.secondsLeft(true), ended()], [null, 0]);
});

test('a lost link ends nobody’s session: the sign of a person is told again until it arrives', async () => {
  const { presence, server, passes, ended } = page();
  await passes(2 * minute);
  server.isAway = true;
  presence.touch();
  await passes(minute);
  server.isAway = false;
  await passes(6_000);
  assert.equal(server.idleUntil > 12 * minute, true);
  assert.equal(ended(), 0);
});

test('a warning goes away once the page finds that the session was kept without it', async () => {
  const { presence, server, passes, ended } = page();
  await passes(9 * minute + 30_000);
  server.idleUntil += 9 * minute;
  await passes(minute);
  assert.deepEqual([presence.secondsLeft(false), ended()], [null, 0]);
});

test('a PC whose clock was days ahead until its page heard the server still tells that somebody is here', async () => {
  const { presence, server, passes, sleeps, ended } = page();
  sleeps(3 * 24 * 60 * minute);
  server.idleUntil += 3 * 24 * 60 * minute;
  await passes(1_000);
  assert.equal(server.told, 1);
  sleeps(-3 * 24 * 60 * minute);
  server.idleUntil = 10 * minute;
  presence.touch();
  await turn();
  assert.equal(server.told, 2);
  presence.touch();
  await turn();
  assert.equal(server.told, 2, 'once a minute at most');
  assert.equal(ended(), 0);
});
