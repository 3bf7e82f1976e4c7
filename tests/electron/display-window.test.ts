import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWindow } from '../../apps/display/main/open-window.ts';
import { handClock } from '../../packages/client/testing/hand-clock.ts';
import { openPulse } from '../../packages/station/src/pulse.ts';
import { refusable, standInShell } from './stand-in.ts';
import { panelAt, StandInPanels } from './stand-in-panels.ts';

const own = 'http://127.0.0.1:8083';
const desk = panelAt(11, 0, 'Desk');
const tv = panelAt(22, 1920, 'TV');

/** A display's window on a PC with these panels; its page has drawn its first picture unless `isDrawn` is false. */
function opened({ all = [desk, tv], wanted = '22' as string | null, isDrawn = true } = {}) {
  const panels = new StandInPanels(all);
  const { shell, windows, awake } = standInShell({ panels });
  const clock = handClock();
  const lines: string[] = [];
  const pulse = openPulse();
  const gaveUp: number[] = [];
  const show = openWindow(shell, {
    ...{ url: own, clock, pulse, wanted },
    giveUp: (code) => gaveUp.push(code),
    log: (line) => lines.push(line),
  });
  const [window] = windows;
  assert.ok(window);
  if (isDrawn) window.emit('ready-to-show');
  const stands = () => [window.isShown, window.isKiosk, window.getBounds().x];
  return { shell, window, contents: window.webContents, panels, clock, lines, pulse, awake, gaveUp, show, stands };
}

test('the window of a TV keeps the PC awake, and has no power beyond a page of a browser', () => {
  const { window, contents, awake, shell } = opened();
  const { webPreferences, frame } = window.options;
  assert.equal(frame, false);
  assert.deepEqual(
    [webPreferences?.sandbox, webPreferences?.contextIsolation, webPreferences?.nodeIntegration],
    [true, true, false],
  );
  assert.equal(webPreferences?.backgroundThrottling, false, 'a covered page no longer speaks in time');
  assert.deepEqual(awake, ['prevent-display-sleep']);
  assert.deepEqual(window.loaded, [own]);
  for (const [to, isRefused] of [
    [`${own}/display/?zone=1`, false],
    ['http://127.0.0.1:8081/', true],
    ['https://example.org/', true],
    ['file:///etc/passwd', true],
  ] as const) {
    const going = refusable({ url: to });
    contents.emit('will-navigate', going);
    assert.equal(going.isRefused, isRefused, to);
  }
  assert.deepEqual([contents.session.isGranted, contents.session.mayAlready()], [false, false]);
  const closing = refusable({});
  window.emit('close', closing);
  assert.ok(closing.isRefused);
  shell.app.quit();
  const ending = refusable({});
  window.emit('close', ending);
  assert.ok(!ending.isRefused);
});

test('the window stands on the TV that was chosen, from the first picture on, and leaves the keyboard to the desk', () => {
  const { window, stands, lines } = opened({ isDrawn: false });
  assert.deepEqual(stands(), [false, false, 1920], 'an empty window flashes');
  window.emit('ready-to-show');
  assert.deepEqual(stands(), [true, true, 1920]);
  assert.equal(window.isFocused, false);
  assert.deepEqual(lines, ['panels: 11 (Desk, 1920 × 1080), 22 (TV, 1920 × 1080)']);
});

test('a TV that is unplugged leaves nothing on the desk’s monitor, and has its window again when it returns', () => {
  const { window, panels, stands, show, lines, clock } = opened();
  panels.unplug(22);
  assert.deepEqual(stands().slice(0, 2), [false, false]);
  assert.match(lines.at(-1) ?? '', /^panel 22 is not there, and the window waits for it; there are: 11 \(Desk/);
  show();
  panels.change(11, { width: 1280 });
  window.webContents.emit('did-fail-load', refusable({}), -102, 'ERR_CONNECTION_REFUSED', own, true);
  assert.equal(window.isShown, false, 'it covers somebody’s work');
  assert.equal(lines.filter((line) => line.startsWith('panel 22')).length, 1, 'it says so again and again');
  panels.plug({ ...tv, bounds: { ...tv.bounds, x: -1920 } });
  assert.deepEqual(stands(), [true, true, -1920]);
  assert.ok(lines.includes('panel 22 is back'));
  clock.move(60_000);
  assert.deepEqual(stands(), [true, true, -1920]);
});

test('a panel that nobody has ever seen is named, with those that there are, and its window comes with it', () => {
  const { stands, panels, lines } = opened({ wanted: '33' });
  assert.equal(stands()[0], false);
  assert.match(lines.at(-1) ?? '', /^panel 33 is not there.*there are: 11 \(Desk.*22 \(TV/);
  panels.plug(panelAt(33, 3840));
  assert.deepEqual(stands(), [true, true, 3840]);
  const blind = opened({ all: [], wanted: null });
  assert.equal(blind.stands()[0], false);
  assert.match(blind.lines.at(-1) ?? '', /there are: none$/);
  blind.panels.plug(desk);
  assert.deepEqual(blind.stands(), [true, true, 0]);
});

test('without a choice the window stands on the first panel, and follows a change of its size or place', () => {
  const { window, stands, panels } = opened({ wanted: null });
  assert.deepEqual(stands(), [true, true, 0]);
  panels.change(11, { x: 100, width: 3840, height: 2160 });
  assert.deepEqual([...stands(), window.getBounds().width], [true, true, 100, 3840]);
  panels.unplug(11);
  assert.deepEqual(stands(), [true, true, 1920]);
});

test('a window that the system moved elsewhere is put back, and where it may not move that is said once', () => {
  const slow = opened();
  slow.window.bounds = desk.bounds;
  slow.clock.move(2_000);
  assert.deepEqual(slow.stands(), [true, true, 1920]);
  const stuck = opened({ isDrawn: false });
  stuck.window.setBounds = () => {};
  stuck.window.bounds = desk.bounds;
  stuck.window.emit('ready-to-show');
  stuck.clock.move(60_000);
  const said = stuck.lines.filter((line) => line === 'the system does not let the window move to panel 22');
  assert.equal(said.length, 1);
  assert.equal(stuck.clock.armed(), 0);
  assert.equal(stuck.window.isShown, true, 'calls on the wrong panel are better than none');
});

test('a page that does not say for half a minute that it lives is ended and loaded anew', async () => {
  const { window, contents, clock, pulse, gaveUp } = opened();
  const beat = () => pulse.room(new Request('http://station/bridge/alive', { method: 'POST', body: '{}' }));
  contents.emit('did-finish-load');
  for (let beats = 0; beats < 20; beats += 1) {
    clock.move(29_999);
    await beat();
  }
  assert.deepEqual([contents.killed, window.loaded.length], [0, 1]);
  clock.move(30_000);
  assert.deepEqual([contents.killed, window.loaded.length], [1, 2]);
  clock.move(60_000);
  assert.equal(contents.killed, 1, 'a page that could not be loaded yet was ended');
  for (let silences = 2; silences < 6; silences += 1) {
    contents.emit('did-finish-load');
    clock.move(30_000);
    assert.deepEqual([contents.killed, window.loaded.length], [silences, silences + 1]);
  }
  assert.deepEqual(gaveUp, [], 'a hall without a picture is worse than one that comes and goes');
});
