import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMall } from '../mall.ts';
import { openBrowser } from './browser.ts';
import { heading, openScriptedKiosk, start } from './scripted-kiosk.ts';

test('a kiosk that the server does not know, or no longer, sends people to the information desk', async (t) => {
  const [browser, mall] = await Promise.all([openBrowser(), openMall()]);
  t.after(async () => {
    await browser.close();
    await mall.close();
  });
  const { page, becomes, faults } = await openScriptedKiosk(t, browser, mall);
  await start(page);
  await becomes({ server: 'refused' });
  await heading(page, 'Anjungan ini belum dapat memberi nomor. Silakan ke meja informasi.');
  await becomes({ server: 'there' });
  await start(page);
  assert.deepEqual(faults, []);
});
