import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StationSelf } from '@antrean/protocol';
import { handClock } from '../testing/hand-clock.ts';
import { askSelf } from './ask-self.ts';
import type { Answered } from './commands.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a PC that is on before its server asks who it is until the server answers, and takes a refusal at its word', async () => {
  const self: StationSelf = { name: 'TV', role: 'display', counterId: null, zoneId: '1' };
  const answers: Answered<StationSelf>[] = [
    { ok: false, error: { code: 'link.down' } },
    { ok: false, error: { code: 'store.unavailable' } },
    { ok: true, value: self },
    { ok: false, error: { code: 'access.expired' } },
  ];
  const clock = handClock();
  const station = { self: async () => answers.shift() ?? assert.fail() };
  const asking = askSelf(station, clock);
  for (const left of [3, 2]) {
    await turn();
    assert.equal(answers.length, left);
    clock.move(2_000);
  }
  assert.deepEqual(await asking, self);
  assert.equal(await askSelf(station, clock), null);
});
