import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, type TestContext, test } from 'node:test';
import { startDisplay } from '../../apps/display/main/start-display.ts';
import { buildScreens } from '../../scripts/build-screens.ts';
import { type Mall, openMall, until } from '../mall.ts';
import { openBrowser } from '../screens/browser.ts';
import { callNext, openCounter, takeNumber } from '../screens/calls.ts';
import { folderFor, startedIn, tokenFile } from './homes.ts';
import { type StandIns, standInShell, standInVault } from './stand-in.ts';
import { panelAt, StandInPanels } from './stand-in-panels.ts';

let mall: Mall;
before(async () => {
  await buildScreens();
  mall = await openMall();
});
after(() => mall.close());

test('the display is sandboxed, without a menu, speaks without a touch, and there is one of it', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.displayToken)];
  const one = await started(t, { folder }, ['--token-file', file]);
  assert.equal(one.shell.app.isSandboxed, true);
  assert.deepEqual(one.menus, [null]);
  assert.deepEqual(one.shell.app.switches, ['autoplay-policy=no-user-gesture-required']);
  assert.deepEqual(one.awake, ['prevent-display-sleep']);
  const another = await started(t, { folder }, ['--token-file', file], false);
  assert.deepEqual([another.shell.app.exited, another.windows.length], [[0], 0]);
  one.windows[0]?.hide();
  one.shell.app.emit('second-instance', {});
  assert.equal(one.windows[0]?.isShown, true);
});

test('the chosen TV shows the calls in real Chromium, set up by the flags, and the seal opens the next start', async (t) => {
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.displayToken)];
  const vault = standInVault('gnome_libsecret');
  const panels = new StandInPanels([panelAt(11, 0), panelAt(22, 1920)]);
  const flags = ['--panel', '22', '--lang', 'en', '--viewing-distance', '5'];
  const goTo = (url: string) => page.goto(url);
  const first = await started(t, { folder, vault, panels, goTo }, [...flags, '--token-file', file]);
  assert.match(first.said(), /The token is now sealed/);
  assert.ok(!first.said().includes(mall.demo.displayToken));
  await page.waitForURL(/\/display\/\?viewingDistance=5&lang=en$/);
  const [place] = mall.server.catalogue().counters;
  const service = mall.server
    .catalogue()
    .services.find((one) => place?.agencyIds.includes(one.agencyId) && one.track === place.track);
  const { number } = await takeNumber(mall, [service?.id ?? '']);
  await callNext(mall, await openCounter(mall, place?.id ?? ''));
  await page.locator('.big-number', { hasText: number }).waitFor();
  const [window] = first.windows;
  window?.emit('ready-to-show');
  assert.deepEqual([window?.isKiosk, window?.getBounds().x], [true, 1920]);
  await first.end();
  rmSync(file);
  const second = await started(t, { folder, vault, panels }, []);
  assert.equal(second.windows.length, 1);
});

test('a display that cannot start says why in its log, and opens no window', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.displayToken)];
  const one = await started(t, { folder }, ['--token-file', file]);
  const port = new URL(one.url()).port;
  const taken = await started(t, { folder: folderFor(t) }, ['--token-file', file, '--port', port]);
  assert.deepEqual([taken.shell.app.exited, taken.windows.length], [[1], 0]);
  assert.match(taken.said(), /^Port \d+ is taken: another display/m);
  const bad = await started(t, { folder: folderFor(t) }, ['--token-file', file, '--panel', 'HDMI']);
  assert.deepEqual(bad.shell.app.exited, [2]);
  assert.match(bad.said(), /--panel is not the number of a panel/);
});

test('a page that cannot be kept alive ends the display with the code that asks for a new start', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.displayToken)];
  const { windows, shell, url } = await started(t, { folder }, ['--token-file', file]);
  const address = url();
  for (let crash = 0; crash < 4; crash += 1) windows[0]?.webContents.crash();
  await until(() => shell.app.exited.length > 0);
  assert.deepEqual(shell.app.exited, [70]);
  await assert.rejects(fetch(address), 'the station went on without a screen');
});

async function started(t: TestContext, standIns: StandIns, flags: readonly string[], isOnly = true) {
  const stand = standInShell({ ...standIns, app: 'display' });
  stand.shell.app.isOnly = isOnly;
  const lines: string[] = [];
  const argv = ['electron', '.', '--', '--server', mall.url, '--port', '0', ...flags];
  await startDisplay(stand.shell, argv, (line) => lines.push(line));
  return startedIn(t, stand, lines);
}
