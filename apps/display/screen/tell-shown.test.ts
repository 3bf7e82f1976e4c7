import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellShownOver } from './tell-shown.ts';

test('a call that is painted again and again is told once', () => {
  const heard: unknown[] = [];
  const tell = tellShownOver({
    tellReceipt(receipt) {
      heard.push(receipt);
      return Promise.resolve({ ok: true, value: {} });
    },
  });
  for (const seq of [7, 8, 7, 7]) tell(seq);
  assert.deepEqual(heard, [
    { seq: 7, what: 'shown' },
    { seq: 8, what: 'shown' },
  ]);
});
