import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DisplaySettings } from './display-flags.ts';
import { openDisplay } from './open-display.ts';
import { whyNotOpen } from './why-not-open.ts';

test('a display that cannot start says in a sentence what its caretaker can do', async (t) => {
  const settings: DisplaySettings = {
    serverUrl: 'http://127.0.0.1:9',
    token: 'token',
    port: 0,
    screen: import.meta.dirname,
    panel: null,
    query: '',
  };
  const running = await openDisplay(settings);
  t.after(() => running.close());
  const taken = { ...settings, port: Number(new URL(running.url).port) };
  const error = await openDisplay(taken).catch((thrown: unknown) => thrown);
  assert.match(whyNotOpen(error, taken) ?? '', /^Port \d+ is taken: another display may be running on this PC/);
  const forbidden = Object.assign(new Error('listen'), { code: 'EACCES' });
  assert.match(whyNotOpen(forbidden, { ...settings, port: 80 }) ?? '', /^Port 80 is not for this user/);
  assert.equal(whyNotOpen(new TypeError('a bug'), settings), null);
});
