import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Mall, openMall } from '../mall.ts';
import { openVoice, passes } from '../voices.ts';
import { need, openBoard } from './boards.ts';
import { assertAccessible, openBrowser, type Watched } from './browser.ts';
import { openDesk, pressKey } from './counter-page.ts';

let browser: Browser;
let mall: Mall;
before(async () => {
  browser = await openBrowser();
  mall = await openMall();
  mall.clock.at += 300_000;
});
after(async () => {
  await browser?.close();
  await mall?.close();
});

const words = {
  id: {
    next: 'Panggil berikutnya',
    noSpeaker: 'Tanpa suara di zona ini',
    speaking: 'Diucapkan kini di demo-display',
    spoken: 'Diucapkan di demo-display',
    locked: 'demo-display: suaranya terkunci. Sentuh layarnya sekali.',
    silent: 'Tidak ada layar yang bersuara di Lantai 1.',
    stations: 'Perangkat',
    lockedHere: 'Terkunci, sentuh layar',
    speaks: 'Berbicara',
  },
  en: {
    next: 'Call next',
    noSpeaker: 'No voice in this zone',
    speaking: 'Speaking now on demo-display',
    spoken: 'Spoken on demo-display',
    locked: 'demo-display: its sound is locked. Touch its screen once.',
    silent: 'No display can be heard in Floor 1.',
    stations: 'Devices',
    lockedHere: 'Locked, touch the screen',
    speaks: 'Speaks',
  },
} as const;

const picture = async ({ page }: Watched, name: string) => {
  const folder = process.env.ANTREAN_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/voice-${name}.png` });
};

for (const [language, counterId] of [
  ['id', 'counter-1'],
  ['en', 'counter-2'],
] as const)
  test(`an officer and a supervisor see whether a call was heard, and what to do where it was not (${language})`, async () => {
    const said = words[language];
    const tv = await openVoice(mall, '1', 'locked');
    const desk = await openDesk(browser, mall, counterId, language);
    const board = await openBoard(browser, mall, language);
    await desk.take();
    await pressKey(desk.page, 'Space', said.next);
    const line = desk.page.locator('.calls-line');
    await line.getByText(said.noSpeaker).waitFor();
    await assertAccessible(desk.page);
    await picture(desk, `counter-silent-${language}`);
    await need(board.page, said.locked).waitFor();
    await need(board.page, said.silent).waitFor();
    await need(board.page, said.locked).getByRole('button').click();
    const row = board.page.getByRole('row', { name: /demo-display/ });
    await row.getByText(said.lockedHere).waitFor();
    await assertAccessible(board.page);
    await picture(board, `board-locked-${language}`);

    await tv.beat({ sound: 'ready' });
    await tv.nth(1);
    await tv.started();
    await line.getByText(said.speaking).waitFor();
    await passes(mall, 2_000, tv);
    await tv.finished();
    await line.getByText(said.spoken, { exact: true }).waitFor();
    await row.getByText(said.speaks).waitFor();
    await need(board.page, said.silent).waitFor({ state: 'detached' });
    assert.equal(await need(board.page, said.locked).count(), 0);
    await picture(desk, `counter-spoken-${language}`);
    await picture(board, `board-speaks-${language}`);
    assert.deepEqual([...desk.faults, ...board.faults], []);
    tv.close();
    await desk.page.context().close();
    await board.page.context().close();
  });
