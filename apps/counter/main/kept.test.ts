import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type Kept, openMemory } from './kept.ts';
import { placeOnScreen, smallest } from './place-on-screen.ts';

const place = { x: 100, y: 50, width: 1200, height: 700, isMaximized: false };

test('a counter finds after a restart what it was told to remember, and starts anew from a damaged file', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'counter-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const log: string[] = [];
  const memory = openMemory(path.join(folder, 'new'), (line) => log.push(line));
  const nothing: Kept = { flags: {}, startsWithPc: null, place: null };
  assert.deepEqual(memory.read(), nothing);
  memory.change({ flags: { ANTREAN_SERVER: 'http://10.0.0.2:8080' } });
  memory.change({ startsWithPc: false });
  memory.change({ place });
  const kept = { flags: { ANTREAN_SERVER: 'http://10.0.0.2:8080' }, startsWithPc: false, place };
  assert.deepEqual(openMemory(path.join(folder, 'new'), () => {}).read(), kept);
  assert.deepEqual(readdirSync(path.join(folder, 'new')), ['counter.json']);

  const file = path.join(folder, 'new', 'counter.json');
  for (const damaged of [
    '',
    'null',
    '[1]',
    '{"flags":{"PATH":"/","ANTREAN_X":1},"startsWithPc":"yes","place":{"x":"left"}}',
  ]) {
    writeFileSync(file, damaged);
    assert.deepEqual([memory.read(), damaged], [nothing, damaged]);
  }
  assert.equal(log.length, 0);
  openMemory(path.join(file, 'below a file'), (line) => log.push(line)).change({ place });
  assert.equal(log.length, 1, 'it says that nothing is remembered, and goes on');
});

test('the window comes back to its place, unless that is on no display any more', () => {
  const { isMaximized, ...bounds } = place;
  const display = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { ...display, x: 1920 };
  assert.deepEqual(placeOnScreen(place, [display]), bounds);
  assert.deepEqual(placeOnScreen({ ...place, x: 2000 }, [display, second]), { ...bounds, x: 2000 });
  const size = { width: 1200, height: 700 };
  for (const away of [{ x: 2000 }, { x: -1150 }, { y: -40 }, { y: 1000 }])
    assert.deepEqual(placeOnScreen({ ...place, ...away }, [display]), size, JSON.stringify(away));
  const { width, height } = placeOnScreen({ ...place, width: 10, height: 10 }, [display]);
  assert.deepEqual({ width, height }, smallest);
  assert.deepEqual(placeOnScreen(null, [display]), { width: 1366, height: 768 });
  assert.equal(isMaximized, false);
});
