import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { startCounter } from '../../apps/counter/main/start-counter.ts';
import { buildScreens } from '../../scripts/build-screens.ts';
import { type Mall, openMall, until } from '../mall.ts';
import { openBrowser } from '../screens/browser.ts';
import { openCounter, takeNumber } from '../screens/calls.ts';
import { folderFor, startedIn, tokenFile } from './homes.ts';
import { refusable, type StandIns, standInShell, templateOf } from './stand-in.ts';

let mall: Mall;
before(async () => {
  await buildScreens();
  mall = await openMall();
});
after(() => mall.close());

const labels = {
  show: 'Tampilkan loket',
  next: 'Panggil berikutnya',
  startsWithPc: 'Buka saat komputer menyala',
  quit: 'Keluar',
} as const;

test('the counter is an ordinary window without any power beyond a page of a browser, and goes nowhere else', async (t) => {
  const { window, menus, shell, awake, url } = await started(t);
  const { webPreferences, kiosk, fullscreen, alwaysOnTop } = window.options;
  assert.deepEqual([kiosk, fullscreen, alwaysOnTop, awake], [undefined, undefined, undefined, []]);
  assert.equal(shell.app.isSandboxed, true);
  assert.deepEqual(
    [webPreferences?.sandbox, webPreferences?.contextIsolation, webPreferences?.nodeIntegration],
    [true, true, false],
  );
  for (const [to, isRefused] of [
    [`${url()}/counter/`, false],
    [`${mall.url}/counter/`, true],
    ['https://example.org/', true],
    ['file:///etc/passwd', true],
  ] as const) {
    const going = refusable({ url: to });
    window.webContents.emit('will-navigate', going);
    assert.equal(going.isRefused, isRefused, to);
  }
  assert.equal(window.webContents.mayOpen(`${url()}/counter/`), false);
  const { session } = window.webContents;
  assert.deepEqual([session.isGranted, session.mayAlready()], [false, false]);
  const [view] = templateOf(menus.at(-1) as Parameters<typeof templateOf>[0]);
  const roles = Array.isArray(view?.submenu) ? view.submenu.map(({ role }) => role) : [];
  assert.deepEqual(roles, ['zoomIn', 'zoomOut', 'resetZoom']);
});

test('closing the window leaves the counter in the tray and says so once; only quitting ends it', async (t) => {
  const { window, shell, told, tray, end } = await started(t);
  window.emit('ready-to-show');
  for (const times of [1, 2]) {
    const closing = refusable({});
    window.emit('close', closing);
    assert.deepEqual([closing.isRefused, window.isShown, told.length], [true, false, 1], `${times}`);
    tray.emit('click');
    assert.deepEqual([window.isShown, window.isFocused], [true, true]);
  }
  window.isSmall = true;
  tray.choose(labels.show);
  assert.equal(window.isSmall, false);
  tray.choose(labels.quit);
  const closing = refusable({});
  window.emit('close', closing);
  assert.equal(closing.isRefused, false);
  await until(() => shell.app.exited.length > 0);
  assert.deepEqual(shell.app.exited, [0]);
  await end();
});

test('a counter hidden in the tray is not slowed down, so that its page takes a press in time', async (t) => {
  const { window } = await started(t);
  assert.equal(window.options.webPreferences?.backgroundThrottling, false);
});

test('a PC that is shut down is not held up', async (t) => {
  const { window } = await started(t);
  window.emit('query-session-end');
  const closing = refusable({});
  window.emit('close', closing);
  assert.equal(closing.isRefused, false);
});

test('a second start brings up the window of the first and ends', async (t) => {
  const first = await started(t);
  first.window.emit('close', refusable({}));
  const { shell } = standInShell({ app: 'counter' });
  shell.app.isOnly = false;
  await startCounter(shell, { argv: [], platform: 'win32', log: () => {} });
  assert.deepEqual(shell.app.exited, [0]);
  first.shell.app.emit('second-instance', refusable({}));
  assert.deepEqual([first.window.isShown, first.window.isFocused], [true, true]);
});

test('the counter starts with the PC until somebody switches that off in the tray, and remembers it', async (t) => {
  const folder = folderFor(t);
  const first = await started(t, { folder });
  assert.deepEqual(first.shell.app.startsAtLogin, [true]);
  assert.equal(first.tray.entry(labels.startsWithPc)?.checked, true);
  first.tray.choose(labels.startsWithPc);
  assert.deepEqual(first.shell.app.startsAtLogin, [true, false]);
  assert.equal(first.tray.entry(labels.startsWithPc)?.checked, false);
  await first.end();
  const second = await started(t, { folder });
  assert.deepEqual(second.shell.app.startsAtLogin, [], 'it was switched on again');
  await second.end();
  const linux = await started(t, {}, { platform: 'linux' });
  assert.deepEqual([linux.shell.app.startsAtLogin, linux.tray.entry(labels.startsWithPc)], [[], undefined]);
});

test('after one good start an icon without any flag opens the same counter, at its old place', async (t) => {
  const folder = folderFor(t);
  const standIns = { folder, vault: standInShell().shell.vault };
  const first = await started(t, standIns, { flags: ['--shortcut', 'Ctrl+Shift+F9'] });
  const kept = { x: 40, y: 30, width: 1000, height: 650 };
  Object.assign(first.window.options, kept);
  first.window.isWhole = true;
  await first.end();
  const again = standInShell({ ...standIns, app: 'counter' });
  await startCounter(again.shell, { argv: ['antrean-counter'], platform: 'win32', log: () => {} });
  t.after(() => again.shell.app.quit());
  const [window] = again.windows;
  assert.ok(window, again.boxes.join());
  const { x, y, width, height } = window.options;
  assert.deepEqual({ x, y, width, height }, kept);
  window.emit('ready-to-show');
  assert.equal(window.isWhole, true);
  assert.deepEqual([...again.keys.keys()], ['Ctrl+Shift+F9']);
});

test('what keeps the counter from starting is said in a box, because nobody sees a console', async (t) => {
  const first = await started(t);
  const port = new URL(first.url()).port;
  const taken = standInShell({ app: 'counter', folder: folderFor(t) });
  const argv = ['electron', '.', '--', '--server', mall.url, '--token-file', ourToken(t), '--port', port];
  await startCounter(taken.shell, { argv, platform: 'win32', log: () => {} });
  assert.deepEqual([taken.shell.app.exited, taken.windows.length], [[1], 0]);
  assert.match(taken.boxes[0] ?? '', /^Port \d+ is taken/);
  const bare = standInShell({ app: 'counter', folder: folderFor(t) });
  await startCounter(bare.shell, { argv: [], platform: 'win32', log: () => {} });
  assert.deepEqual([bare.shell.app.exited, bare.boxes], [[2], ['--server is missing']]);
});

test('a shortcut that another program has is said, and everything else works', async (t) => {
  const { told, tray, keys, said } = await started(t, { takenKeys: ['Ctrl+Alt+N'] });
  assert.equal(keys.size, 0);
  assert.deepEqual(told, ['Ctrl+Alt+N sudah dipakai program lain']);
  assert.equal(tray.entry('Ctrl+Alt+N sudah dipakai program lain')?.enabled, false);
  assert.match(said(), /belongs to another program; give --shortcut/);
  const off = await started(t, {}, { flags: ['--shortcut', 'off'] });
  assert.deepEqual([off.keys.size, off.told], [0, []]);
});

test('the shortcut and the tray press the page’s button "next", and tell who was called', async (t) => {
  const browser = await openBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const { window, keys, tray, told } = await started(t, { goTo: (address) => page.goto(address) });
  const press = keys.get('Ctrl+Alt+N');
  assert.ok(press);
  assert.equal(tray.entry(labels.next)?.enabled, false, 'nobody is signed in');
  press();
  await until(() => window.isShown && window.isFocused);

  const number = await takeNext();
  await openCounter(mall, 'counter-12');
  await page.locator('input[name=officer]').fill(mall.demo.counters.find(isOurs)?.officer ?? '');
  await page.locator('input[type=password]').fill(mall.demo.pin);
  await page.locator('.entry-submit').click();
  await until(() => tray.entry(labels.next)?.enabled === true);
  press();
  await until(() => told.length > 0);
  assert.deepEqual(told, [`${number} dipanggil ke loket ini`]);
  assert.equal(tray.tip, `${number} dipanggil ke loket ini`);
  await page.locator('.stage-number', { hasText: number }).waitFor();
  assert.equal(tray.entry(labels.next)?.enabled, false);

  window.hide();
  press();
  await until(() => window.isShown);
  assert.equal(told.length, 1, 'a second visitor was called while one is at the counter');
});

const isOurs = ({ counterId }: { readonly counterId: string }) => counterId === 'counter-12';

async function takeNext(): Promise<string> {
  const { counters, services } = mall.server.catalogue();
  const place = counters.find(({ id }) => id === 'counter-12');
  const mine = services.find((one) => place?.agencyIds.includes(one.agencyId) && one.track === place.track);
  return (await takeNumber(mall, [mine?.id ?? ''])).number;
}

const ourToken = (t: TestContext) => tokenFile(t, mall.demo.counters.find(isOurs)?.token);

type How = { readonly flags?: readonly string[]; readonly platform?: NodeJS.Platform };

async function started(t: TestContext, standIns: StandIns = {}, { flags = [], platform = 'win32' }: How = {}) {
  const stand = standInShell({ folder: folderFor(t), ...standIns, app: 'counter' });
  const lines: string[] = [];
  const argv = ['electron', '.', '--', '--server', mall.url, '--port', '0', '--token-file', ourToken(t), ...flags];
  await startCounter(stand.shell, { argv, platform, log: (line) => lines.push(line) });
  const [window] = stand.windows;
  const [tray] = stand.trays;
  assert.ok(window && tray, lines.join('\n'));
  return { ...startedIn(t, stand, lines), window, tray };
}
