import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { openMall } from '../mall.ts';
import { openBrowser, openPage, sizes } from './browser.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function startKiosk(t: TestContext, serverUrl: string, token: string) {
  const flags = ['--server', serverUrl, '--printer', 'virtual', '--port', '0'];
  const kiosk: ChildProcess = spawn(process.execPath, [path.join(root, 'apps/kiosk/headless.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ANTREAN_TOKEN: token },
  });
  t.after(() => kiosk.kill('SIGKILL'));
  assert.ok(kiosk.stdout);
  const [line] = await once(createInterface(kiosk.stdout), 'line');
  const url = /^kiosk listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
  assert.ok(url, `not where it listens: ${line}`);
  return { url, kiosk };
}

test('a number taken at the kiosk falls as paper on the desk, and an empty roll leads to a number without paper', async (t) => {
  const mall = await openMall();
  t.after(() => mall.close());
  const { url, kiosk } = await startKiosk(t, mall.url, mall.demo.kioskToken);
  const browser = await openBrowser();
  t.after(() => browser.close());
  const { page: desk, faults: deskFaults } = await openPage(browser, `${url}/paper/`, sizes.counter);
  await desk.getByText('Belum ada tiket').waitFor();
  const { page: screen, faults } = await openPage(browser, url, sizes.kiosk);
  assert.equal(screen.url(), `${url}/kiosk/`);

  await screen.getByText('SKCK baru').first().click();
  await screen.getByRole('button', { name: 'Ambil nomor' }).click();
  await screen.getByText('KQ001').first().waitFor();
  const slip = desk.getByRole('img', { name: /KQ001/ });
  await slip.waitFor();
  assert.ok(
    await slip.evaluate(
      (image) => image instanceof HTMLImageElement && image.decode().then(() => image.naturalWidth > 576),
    ),
  );
  assert.ok(await desk.getByText('Belum ada tiket').isHidden());
  assert.deepEqual(
    Object.values(mall.server.hall().visits).map((visit) => visit.number),
    ['KQ001'],
  );
  assert.ok(!(await screen.content()).includes(mall.demo.kioskToken), 'the page knows the token');

  await desk.getByRole('button', { name: /Habiskan kertas/ }).click();
  await desk.getByText('Kertas habis').waitFor();
  await screen.getByRole('button', { name: 'Selesai' }).click();
  await screen.getByText('SKCK baru').first().click();
  await screen.getByRole('button', { name: 'Ambil nomor' }).click();
  await screen.getByText(/tanpa/i).first().waitFor();
  assert.equal(Object.values(mall.server.hall().visits).length, 1, 'a number was taken that nobody can hold');
  await screen.getByRole('button', { name: /tanpa/i }).click();
  await screen.getByText('KQ002').first().waitFor();
  assert.equal(await desk.getByRole('img').count(), 1);

  assert.deepEqual([...faults, ...deskFaults], []);
  kiosk.kill('SIGTERM');
  const [code] = await once(kiosk, 'exit');
  assert.equal(code, 0, 'a kiosk that is told to stop ends cleanly');
});
