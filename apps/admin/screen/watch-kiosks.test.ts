import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchKiosks } from './watch-kiosks.ts';

const day = (times: number) => ({ doubtful: [], lists: [], misses: [{ text: 'umroh', times }] });
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('the kiosks are asked for every five seconds, and what was known stays when an answer is missing', async () => {
  const alarms: (readonly [number, () => void])[] = [];
  let asked = 0;
  const heard: (number | undefined)[] = [];
  const watched = watchKiosks(
    {
      stations: async () => ({ ok: true, value: { stations: [], silentZones: [], troubles: [] } }),
      async kiosksToday() {
        asked += 1;
        return asked === 2 ? { ok: false, error: { code: 'link.down' } } : { ok: true, value: day(asked) };
      },
    },
    {
      now: () => 0,
      after(ms, wake) {
        alarms.push([ms, wake]);
        return () => alarms.splice(0);
      },
    },
  );
  watched.subscribe(() => heard.push(watched.current()?.day.misses[0]?.times));
  assert.equal(watched.current(), null);
  for (let n = 1; n <= 3; n += 1) {
    await settle();
    assert.equal(asked, n);
    const [[ms, wake] = [0, () => {}]] = alarms.splice(0);
    assert.equal(ms, 5_000);
    wake();
  }
  await settle();
  assert.deepEqual(heard, [1, 3, 4]);
  watched.close();
  assert.deepEqual(alarms, []);
});
