import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { _electron } from 'playwright-core';
import { buildMain } from '../../scripts/build-main.ts';
import { flagsFor, folderFor, mallFor } from './homes.ts';
import { electron, root, run, whyNoElectron } from './run-program.ts';

const script = path.join(root, 'scripts', 'station.ts');
const main = path.join(root, 'apps', 'kiosk', 'out', 'main', 'main.js');

test('npm run kiosk -- --headless serves the kiosk, says how Chromium opens it, and ends when it is told to', async (t) => {
  const mall = await mallFor(t);
  const kiosk = run(t, [script, 'kiosk', '--headless', ...flagsFor(t, mall, mall.demo.kioskToken)]);
  const url = await kiosk.said(/^kiosk listening on (http:\/\/127\.0\.0\.1:\d+)$/);
  assert.ok((await kiosk.said(/^ {2}(chromium .*)$/)).includes(` --kiosk --app=${url} `));
  await answersAsKiosk(url);
  assert.equal(await kiosk.stop(), 0);
  await assert.rejects(fetch(`${url}/bridge`), 'something was left running');
});

test('a kiosk that cannot start says why and ends with the code of its station', async (t) => {
  const kiosk = run(t, [script, 'kiosk', '--headless', '--colour', 'red']);
  assert.equal(await kiosk.ended, 2);
  assert.match(kiosk.text(), /--colour/);
});

test('npm run kiosk -- --help tells every flag', async (t) => {
  const kiosk = run(t, [script, 'kiosk', '--help']);
  assert.equal(await kiosk.ended, 0);
  for (const flag of ['--server', '--token-file', '--printer', '--headless'])
    assert.ok(kiosk.text().includes(flag), flag);
});

test('without Electron npm run kiosk says in both languages what to do, and downloads nothing', async (t) => {
  const nowhere = mkdtempSync(path.join(tmpdir(), 'antrean-no-electron-'));
  t.after(() => rmSync(nowhere, { recursive: true, force: true }));
  const kiosk = run(t, [script, 'kiosk', '--server', 'http://localhost:1'], { ELECTRON_OVERRIDE_DIST_PATH: nowhere });
  assert.equal(await kiosk.ended, 1);
  assert.match(kiosk.text(), /Electron belum ada di PC ini.*--headless.*\nElectron is not on this PC yet.*--headless/);
  assert.doesNotMatch(kiosk.text(), /Downloading/);
});

test('the file that Electron gets starts the station, shows its page, and closes both when it is told to end', async (t) => {
  const mall = await mallFor(t);
  await buildMain('kiosk');
  const standIn = path.join(import.meta.dirname, 'module.ts');
  const kiosk = run(t, ['--import', standIn, main, '--', ...flagsFor(t, mall, mall.demo.kioskToken)]);
  const url = await kiosk.said(/^shows (http:\/\/127\.0\.0\.1:\d+)$/);
  await answersAsKiosk(url);
  await kiosk.said(/^The token is now sealed/);
  assert.ok(!kiosk.text().includes(mall.demo.kioskToken));
  const paper = await fetch(`${url}/paper/`);
  assert.equal(paper.status, 200, 'the page of the paper was left behind');
  assert.equal(await kiosk.stop(), 0);
});

test('in a real Electron the kiosk shows its page, and the page has nothing of Node', {
  skip: whyNoElectron(),
}, async (t) => {
  assert.ok(electron);
  const mall = await mallFor(t);
  await buildMain('kiosk');
  const app = await _electron.launch({
    executablePath: electron,
    args: [
      `--user-data-dir=${folderFor(t)}`,
      path.join(root, 'apps', 'kiosk'),
      '--',
      ...flagsFor(t, mall, mall.demo.kioskToken),
    ],
  });
  t.after(() => app.close());
  const page = await app.firstWindow();
  await page.getByText('SKCK baru').first().waitFor();
  assert.match(page.url(), /^http:\/\/127\.0\.0\.1:\d+\/kiosk\/$/);
  assert.equal(await page.evaluate('typeof require + typeof process'), 'undefinedundefined');
  assert.equal(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk()), true);
  assert.equal(
    await page.evaluate("navigator.permissions.query({ name: 'geolocation' }).then((p) => p.state)"),
    'denied',
  );
});

async function answersAsKiosk(url: string): Promise<void> {
  assert.deepEqual(await (await fetch(`${url}/bridge`)).json(), { kind: 'kiosk' });
  const page = await fetch(`${url}/kiosk/`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
}
