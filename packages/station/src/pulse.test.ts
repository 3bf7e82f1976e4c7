import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPulse } from './pulse.ts';

test('a display’s machine hears its page, and nothing else that is asked of it', async () => {
  const pulse = openPulse();
  let beats = 0;
  const stop = pulse.subscribe(() => {
    beats += 1;
  });
  const ask = (path: string, body?: string) =>
    pulse.room(new Request(`http://station${path}`, body === undefined ? {} : { method: 'POST', body }));
  assert.deepEqual(await (await ask('/bridge')).json(), { kind: 'display' });
  assert.equal((await ask('/bridge/alive', '{}')).status, 200);
  assert.equal(beats, 1);
  assert.equal((await ask('/bridge/alive', '{"at":1}')).status, 400);
  assert.equal((await ask('/bridge/tell', '{}')).status, 404);
  stop();
  await ask('/bridge/alive', '{}');
  assert.equal(beats, 1);
});
