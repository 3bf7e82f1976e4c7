import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { _electron } from 'playwright-core';
import { buildMain } from '../../scripts/build-main.ts';
import { flagsFor, folderFor, mallFor } from './homes.ts';
import { electron, root, run, whyNoElectron } from './run-program.ts';

const script = path.join(root, 'scripts', 'station.ts');
const main = path.join(root, 'apps', 'counter', 'out', 'main', 'main.js');

test('npm run counter -- --headless serves the counter, says how Chromium opens it, and ends when it is told to', async (t) => {
  const mall = await mallFor(t);
  const counter = run(t, [script, 'counter', '--headless', ...flagsFor(t, mall, mall.demo.counters[0]?.token)]);
  const url = await counter.said(/^counter listening on (http:\/\/127\.0\.0\.1:\d+)$/);
  const line = await counter.said(/^ {2}(chromium .*)$/);
  assert.ok(line.includes(` --app=${url} `));
  assert.ok(!line.includes('--kiosk'), 'an officer has other programs too');
  await answersAsCounter(url);
  assert.equal(await counter.stop(), 0);
  await assert.rejects(fetch(`${url}/bridge`), 'something was left running');
});

test('npm run counter tells its flags, says what is wrong with one, and what to do without Electron', async (t) => {
  const help = run(t, [script, 'counter', '--help']);
  assert.equal(await help.ended, 0);
  for (const flag of ['--server', '--token-file', '--shortcut', '--headless', 'docs/counter.md'])
    assert.ok(help.text().includes(flag), flag);
  const bad = run(t, [script, 'counter', '--headless', '--printer', 'virtual']);
  assert.equal(await bad.ended, 2);
  assert.match(bad.text(), /--printer/);
  const nowhere = folderFor(t);
  const without = run(t, [script, 'counter', '--server', 'http://a'], { ELECTRON_OVERRIDE_DIST_PATH: nowhere });
  assert.equal(await without.ended, 1);
  assert.match(without.text(), /npm run counter -- --headless.*\nElectron is not on this PC yet/);
  const unknown = run(t, [script, 'fridge']);
  assert.equal(await unknown.ended, 2);
});

test('the file that Electron gets starts the station, shows its page, and needs nothing beside it but the picture of the tray', async (t) => {
  const mall = await mallFor(t);
  await buildMain('counter');
  const text = readFileSync(main, 'utf8');
  const outside = [...text.matchAll(/^import .*? from "([^"]+)"|\brequire\("([^"]+)"\)/gm)].map(([, a, b]) => a ?? b);
  assert.deepEqual(
    outside.filter((name) => /better-sqlite3|canvas|antrean/.test(name ?? '')),
    [],
  );
  assert.equal(readFileSync(path.join(path.dirname(main), 'tray.png')).toString('latin1', 1, 4), 'PNG');
  const standIn = path.join(import.meta.dirname, 'module.ts');
  const counter = run(t, ['--import', standIn, main, '--', ...flagsFor(t, mall, mall.demo.counters[0]?.token)]);
  const url = await counter.said(/^shows (http:\/\/127\.0\.0\.1:\d+)$/);
  await answersAsCounter(url);
  await counter.said(/^counter listening on/);
  assert.ok(!counter.text().includes(mall.demo.counters[0]?.token ?? 'none'));
  assert.equal(await counter.stop(), 0);
});

test('in a real Electron the counter shows its page, and has its keys', { skip: whyNoElectron() }, async (t) => {
  assert.ok(electron);
  const mall = await mallFor(t);
  await buildMain('counter');
  const args = [
    `--user-data-dir=${folderFor(t)}`,
    path.join(root, 'apps', 'counter'),
    '--',
    ...flagsFor(t, mall, mall.demo.counters[0]?.token),
  ];
  const app = await _electron.launch({ executablePath: electron, args });
  t.after(() => app.close());
  const page = await app.firstWindow();
  await page.getByRole('heading', { name: 'Loket' }).waitFor();
  assert.equal(await page.evaluate('typeof require + typeof process'), 'undefinedundefined');
  const seen = await app.evaluate(({ BrowserWindow, globalShortcut }) => [
    BrowserWindow.getAllWindows()[0]?.isKiosk(),
    globalShortcut.isRegistered('Ctrl+Alt+N'),
  ]);
  assert.deepEqual(seen, [false, true]);
});

async function answersAsCounter(url: string): Promise<void> {
  assert.deepEqual(await (await fetch(`${url}/bridge`)).json(), { kind: 'counter' });
  const page = await fetch(`${url}/counter/`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const self = await fetch(`${url}/api/v1/stations/current`);
  assert.equal(((await self.json()) as { readonly role: string }).role, 'counter');
}
