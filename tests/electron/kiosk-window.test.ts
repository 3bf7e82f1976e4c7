import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openWindow } from '../../apps/kiosk/main/open-window.ts';
import { handClock } from '../../packages/client/testing/hand-clock.ts';
import { openBrowser } from '../screens/browser.ts';
import { refusable, type StandInWindow, standInShell } from './stand-in.ts';

const own = 'http://127.0.0.1:8081';

function opened(url = own, goTo?: (url: string) => Promise<unknown>) {
  const { shell, windows, awake } = standInShell(goTo ? { goTo } : {});
  const clock = handClock();
  const gaveUp: number[] = [];
  openWindow(shell, { url, clock, giveUp: (code) => gaveUp.push(code), log: () => {} });
  const [window] = windows;
  assert.ok(window);
  return { shell, window, contents: window.webContents, clock, gaveUp, awake };
}

test('the window is a whole screen without any power beyond a page of a browser', () => {
  const { shell, window, contents, awake } = opened();
  const { webPreferences, ...options } = window.options;
  assert.deepEqual([options.kiosk, options.show], [true, false]);
  assert.deepEqual(webPreferences, {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    devTools: false,
  });
  assert.deepEqual(window.loaded, [own]);
  assert.deepEqual(awake, ['prevent-display-sleep']);

  assert.equal(window.isShown, false, 'an empty window flashes');
  window.emit('ready-to-show');
  assert.equal(window.isShown, true);

  for (const [emitter, name] of [
    [contents, 'will-attach-webview'],
    [contents, 'context-menu'],
    [contents.session, 'will-download'],
  ] as const) {
    const event = refusable({});
    emitter.emit(name, event);
    assert.ok(event.isRefused, name);
  }
  assert.deepEqual([contents.session.isGranted, contents.session.mayAlready()], [false, false]);

  const closing = refusable({});
  window.emit('close', closing);
  assert.ok(closing.isRefused, 'a visitor closed the kiosk');
  shell.app.quit();
  const ending = refusable({});
  window.emit('close', ending);
  assert.ok(!ending.isRefused, 'whoever may end it cannot');
});

test('only addresses of the own station are gone to', () => {
  const { contents } = opened();
  const refused = (name: string, url: string) => {
    const going = refusable({ url });
    contents.emit(name, going);
    return going.isRefused;
  };
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    assert.equal(refused(name, `${own}/kiosk/`), false, name);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:8082/',
      'http://127.0.0.1:8081.example.org/',
      'http://localhost:8081/',
      'https://127.0.0.1:8081/',
      'file:///etc/passwd',
      'data:text/html,hello',
      'about:blank',
      'not an address',
    ])
      assert.equal(refused(name, url), true, `${name} ${url}`);
  }
  assert.equal(contents.mayOpen(`${own}/paper/`), false);
});

test('in Chromium no link, frame, form or script of the page leads to another address', async (t) => {
  const foreign = await served(t, () => '<h1>Elsewhere</h1>');
  const page = await served(
    t,
    () => `<h1>Kiosk</h1><a href="${foreign.url}/link">link</a>
      <iframe src="${foreign.url}/frame"></iframe>
      <form action="${foreign.url}/form"><button>form</button></form>
      <button onclick="location = '${foreign.url}/script'">script</button>
      <button onclick="window.open('${foreign.url}/popup')">popup</button>`,
  );
  const browser = await openBrowser();
  t.after(() => browser.close());
  const [kiosk, bare] = [await browser.newPage(), await browser.newPage()];

  const { window } = opened(page.url, (url) => kiosk.goto(url));
  await asElectron(kiosk, window);
  await kiosk.goto(page.url);
  for (const name of ['link', 'form', 'script', 'popup']) {
    await kiosk.getByText(name, { exact: true }).click();
    await kiosk.waitForTimeout(100);
    assert.equal(new URL(kiosk.url()).origin, page.url, name);
  }
  assert.deepEqual(foreign.asked, []);
  await kiosk.getByRole('heading', { name: 'Kiosk' }).waitFor();

  await bare.goto(page.url);
  await bare.getByText('link').click();
  await bare.getByRole('heading', { name: 'Elsewhere' }).waitFor();
  assert.deepEqual(foreign.asked, ['/frame', '/link'], 'the other address would have answered');
});

test('a page that crashes is loaded anew three times a minute, the fourth time the supervisor has to start the kiosk', () => {
  const { window, contents, clock, gaveUp } = opened();
  for (const loads of [2, 3, 4]) {
    clock.move(1_000);
    contents.crash();
    assert.equal(window.loaded.length, loads);
  }
  contents.crash('clean-exit');
  assert.deepEqual([window.loaded.length, gaveUp], [4, []]);
  contents.crash('oom');
  assert.deepEqual([window.loaded.length, gaveUp], [4, [70]]);
});

test('crashes that lie a minute apart never end the kiosk', () => {
  const { window, contents, clock, gaveUp } = opened();
  for (let crash = 0; crash < 12; crash += 1) {
    contents.crash();
    clock.move(20_000);
  }
  assert.deepEqual([window.loaded.length, gaveUp], [13, []]);
});

test('a page that hangs for ten seconds is ended and loaded anew; one that answers again is left alone', () => {
  const { window, contents, clock } = opened();
  contents.emit('unresponsive');
  clock.move(9_999);
  contents.emit('responsive');
  clock.move(60_000);
  assert.deepEqual([contents.killed, window.loaded.length], [0, 1]);
  contents.emit('unresponsive');
  clock.move(9_999);
  assert.equal(contents.killed, 0);
  clock.move(1);
  assert.deepEqual([contents.killed, window.loaded.length], [1, 2]);
  contents.emit('unresponsive');
  contents.crash();
  clock.move(60_000);
  assert.deepEqual([contents.killed, window.loaded.length], [1, 3], 'the page that came after it was ended too');
});

test('a page that cannot be loaded is tried again, ever more slowly, behind a window of our own', () => {
  const { window, contents, clock } = opened();
  const fail = (code: number, isMainFrame = true) =>
    contents.emit('did-fail-load', refusable({}), code, 'ERR_CONNECTION_REFUSED', own, isMainFrame);
  fail(-3);
  fail(-102, false);
  clock.move(60_000);
  assert.deepEqual([window.loaded.length, window.isShown], [1, false]);
  const pauses: number[] = [];
  for (let loads = 1; loads <= 7; loads += 1) {
    fail(-102);
    const from = clock.now();
    while (window.loaded.length === loads) clock.move(1_000);
    pauses.push((clock.now() - from) / 1_000);
  }
  assert.deepEqual(pauses, [1, 2, 4, 8, 16, 30, 30]);
  assert.ok(window.isShown);
  contents.emit('did-finish-load');
  fail(-102);
  clock.move(1_000);
  assert.equal(window.loaded.length, 9);
});

/** Asks the window's handlers wherever Electron would ask them, and does as they say. */
async function asElectron(page: Page, { webContents }: StandInWindow): Promise<void> {
  await page.route('**', (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.continue();
    const going = refusable({ url: request.url() });
    webContents.emit('will-frame-navigate', going);
    if (request.frame() === page.mainFrame()) webContents.emit('will-navigate', going);
    return going.isRefused ? route.abort('aborted') : route.continue();
  });
  await page.exposeFunction('mayOpen', (url: string) => webContents.mayOpen(url));
  await page.addInitScript(`{
    const open = window.open.bind(window);
    window.open = (url) => { mayOpen(url).then((may) => may && open(url)); return null; };
  }`);
}

async function served(t: TestContext, page: () => string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url !== '/' && request.url !== '/favicon.ico') asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end(page());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
