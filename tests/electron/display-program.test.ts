import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { _electron } from 'playwright-core';
import { buildMain } from '../../scripts/build-main.ts';
import { flagsFor, folderFor, mallFor } from './homes.ts';
import { electron, root, run, whyNoElectron } from './run-program.ts';

const script = path.join(root, 'scripts', 'station.ts');
const main = path.join(root, 'apps', 'display', 'out', 'main', 'main.js');

test('npm run display -- --headless serves the display, says how Chromium opens it, and ends when it is told to', async (t) => {
  const mall = await mallFor(t);
  const display = run(t, [
    script,
    'display',
    '--headless',
    ...flagsFor(t, mall, mall.demo.displayToken),
    '--zone',
    '2',
  ]);
  const url = await display.said(/^display listening on (http:\/\/127\.0\.0\.1:\d+)$/);
  const line = await display.said(/^ {2}(chromium .*)$/);
  assert.ok(line.includes(` --kiosk --app=${url} `));
  assert.ok(line.includes(' --autoplay-policy=no-user-gesture-required'), 'a TV that nobody touches stays silent');
  await answersAsDisplay(url);
  const home = await fetch(url, { redirect: 'manual' });
  assert.equal(home.headers.get('location'), '/display/?zone=2');
  assert.equal(await display.stop(), 0);
  await assert.rejects(fetch(`${url}/bridge`), 'something was left running');
});

test('npm run display tells its flags, says what is wrong with one, and what to do without Electron', async (t) => {
  const help = run(t, [script, 'display', '--help']);
  assert.equal(await help.ended, 0);
  for (const flag of ['--server', '--token-file', '--panel', '--layout', '--headless', 'docs/display-pc.md'])
    assert.ok(help.text().includes(flag), flag);
  const bad = run(t, [script, 'display', '--headless', '--printer', 'virtual']);
  assert.equal(await bad.ended, 2);
  assert.match(bad.text(), /--printer/);
  const without = run(t, [script, 'display', '--server', 'http://a'], { ELECTRON_OVERRIDE_DIST_PATH: folderFor(t) });
  assert.equal(await without.ended, 1);
  assert.match(without.text(), /npm run display -- --headless.*\nElectron is not on this PC yet/);
});

test('the file that Electron gets starts the station, shows its page, and needs nothing beside it', async (t) => {
  const mall = await mallFor(t);
  await buildMain('display');
  const text = readFileSync(main, 'utf8');
  const outside = [...text.matchAll(/^import .*? from "([^"]+)"|\brequire\("([^"]+)"\)/gm)].map(([, a, b]) => a ?? b);
  assert.deepEqual(
    outside.filter((name) => /better-sqlite3|canvas|antrean/.test(name ?? '')),
    [],
  );
  const standIn = path.join(import.meta.dirname, 'module.ts');
  const display = run(t, ['--import', standIn, main, '--', ...flagsFor(t, mall, mall.demo.displayToken)]);
  const url = await display.said(/^shows (http:\/\/127\.0\.0\.1:\d+)$/);
  await display.said(/^panels: 1 \(HDMI-1, /);
  await answersAsDisplay(url);
  assert.ok(!display.text().includes(mall.demo.displayToken));
  assert.equal(await display.stop(), 0);
});

test('in a real Electron the display fills its panel, and the page has nothing of Node', {
  skip: whyNoElectron(),
}, async (t) => {
  assert.ok(electron);
  const mall = await mallFor(t);
  await buildMain('display');
  const home = path.join(root, 'apps', 'display');
  const args = [`--user-data-dir=${folderFor(t)}`, home, '--', ...flagsFor(t, mall, mall.demo.displayToken)];
  const app = await _electron.launch({ executablePath: electron, args });
  t.after(() => app.close());
  const page = await app.firstWindow();
  await page.locator('.wall-main').waitFor();
  assert.equal(await page.evaluate('typeof require + typeof process'), 'undefinedundefined');
  const seen = await app.evaluate(({ BrowserWindow, screen }) => [
    BrowserWindow.getAllWindows()[0]?.isKiosk(),
    BrowserWindow.getAllWindows()[0]?.getBounds().x === screen.getPrimaryDisplay().bounds.x,
  ]);
  assert.deepEqual(seen, [true, true]);
});

async function answersAsDisplay(url: string): Promise<void> {
  assert.deepEqual(await (await fetch(`${url}/bridge`)).json(), { kind: 'display' });
  const page = await fetch(`${url}/display/`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const self = await fetch(`${url}/api/v1/stations/current`);
  assert.equal(((await self.json()) as { readonly role: string }).role, 'display');
}
