import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { paper80 } from '@antrean/printing';
import type { KioskSettings } from './kiosk-flags.ts';
import { openKiosk } from './open-kiosk.ts';
import { whyNotOpen } from './why-not-open.ts';

test('a kiosk that cannot start says in a sentence what its caretaker can do', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kiosk-why-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'index.html'), '');
  const settings: KioskSettings = {
    serverUrl: 'http://127.0.0.1:9',
    token: 'token',
    printer: { kind: 'tcp', host: '127.0.0.1', port: 9 },
    profile: paper80,
    port: 0,
    screen: folder,
    data: path.join(folder, 'first'),
    name: 'Kiosk',
    logo: null,
  };
  const why = async (change: Partial<KioskSettings>) => {
    const wanted = { ...settings, ...change };
    const error = await openKiosk(wanted, () => {}).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof Error, 'it did start');
    return whyNotOpen(error, wanted);
  };
  const running = await openKiosk(settings, () => {});
  t.after(() => running.close());
  const port = Number(new URL(running.url).port);
  const second = path.join(folder, 'second');
  assert.match((await why({ port, data: second })) ?? '', /^Port \d+ is taken/);
  assert.match((await why({})) ?? '', /^Another kiosk runs on the journal/);
  const blocked = path.join(folder, 'blocked');
  mkdirSync(path.join(blocked, 'journal.db'), { recursive: true });
  assert.match((await why({ data: blocked })) ?? '', /^The journal in .* cannot be opened \(SQLITE_CANTOPEN\)/);
  const picture = Buffer.from('no picture');
  assert.equal(
    await why({ data: path.join(folder, 'third'), logo: picture }),
    '--logo is not a picture that can be read.',
  );
  assert.equal(whyNotOpen(new TypeError('a bug'), settings), null);
});
