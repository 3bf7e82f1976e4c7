import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPrinter, paper80, type Slip, slipJob } from '@antrean/printing';
import { startVirtualPrinter } from '@antrean/printing/virtual';
import { paperRoom } from './paper-room.ts';

const name = { id: 'Dukcapil', en: 'Civil registry' };
const slip = (number: string): Slip => ({
  ...{ siteName: 'MPP', timeZone: 'Asia/Jakarta', number, priority: false, issuedAt: 0, secondLanguage: null },
  ...{ statusUrl: 'http://localhost:8080/t/x', shortId: 'ABCD1234', kioskName: null, offline: false },
  legs: [
    { agency: name, service: name, track: 'quick', zone: name, counters: [], bring: [], ahead: 0, estimate: null },
  ],
});

type State = {
  readonly roll: string;
  readonly isCoverOpen: boolean;
  readonly slips: readonly { readonly picture: string; readonly text: string }[];
};

test('the desk shows each slip as it falls, the newest first and no more than 24, and lets paper and cover be played with', async (t) => {
  let now = 1;
  const device = await startVirtualPrinter({ profile: paper80, now: () => now++ });
  const printer = openPrinter(device, paper80);
  t.after(async () => {
    await printer.close();
    await device.close();
  });
  const room = paperRoom(device);
  const ask = (way: string, body?: unknown) =>
    room(new Request(`http://station${way}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}));
  const gone = new AbortController();
  const { body } = await room(new Request('http://station/stream', { signal: gone.signal }));
  assert.ok(body);
  const reader = body.getReader();
  const next = async (): Promise<State> => {
    const { value } = await reader.read();
    return JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''));
  };

  assert.deepEqual(await next(), { roll: 'full', isCoverOpen: false, slips: [] });
  for (let count = 1; count <= 25; count += 1) {
    await printer.print(`job-${count}`, slipJob(slip(`AQ${String(count).padStart(3, '0')}`), paper80));
    const { slips } = await next();
    assert.equal(slips.length, Math.min(24, count));
    assert.match(slips[0]?.text ?? '', new RegExp(`AQ${String(count).padStart(3, '0')}`));
  }
  assert.equal((await ask('/printer', { roll: 'out' })).status, 204);
  assert.equal((await next()).roll, 'out');
  assert.equal(await printer.state(), 'paperOut');
  await ask('/printer', { roll: 'full', isCoverOpen: true });
  const opened = [await next(), await next()].at(-1);
  assert.deepEqual([opened?.roll, opened?.isCoverOpen], ['full', true]);
  assert.equal(await printer.state(), 'cover');

  const picture = await ask(`/${opened?.slips[0]?.picture}`);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  assert.deepEqual(new Uint8Array(await picture.arrayBuffer()).slice(1, 4), new TextEncoder().encode('PNG'));
  assert.equal((await ask('/slips/1-1.png')).status, 404, 'the first of 25 slips is gone');
  assert.equal((await ask('/printer', 5)).status, 400);
  for (const file of ['/', '/page.css', '/page.js']) assert.equal((await ask(file)).status, 200, file);
  gone.abort();
});
