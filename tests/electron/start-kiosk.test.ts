import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, type TestContext, test } from 'node:test';
import { startKiosk } from '../../apps/kiosk/main/start-kiosk.ts';
import { buildScreens } from '../../scripts/build-screens.ts';
import { type Mall, openMall, until } from '../mall.ts';
import { folderFor, startedIn, tokenFile } from './homes.ts';
import { type StandIns, standInShell, standInVault } from './stand-in.ts';

let mall: Mall;
before(async () => {
  await buildScreens();
  mall = await openMall();
});
after(() => mall.close());

test('a token is given once: the next start finds it sealed, and only its own user can start', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.kioskToken)];
  const vault = standInVault('gnome_libsecret');
  const first = await started(t, { folder, vault }, ['--token-file', file]);
  assert.match(first.said(), /The token is now sealed/);
  await first.end();
  rmSync(file);

  const second = await started(t, { folder, vault }, []);
  assert.doesNotMatch(second.said(), /token/);
  const catalogue = await fetch(`${second.url()}/api/v1/catalogue`);
  assert.equal(catalogue.status, 200, 'the sealed token opens the server');
  await second.end();

  const other = await started(t, { folder, vault: standInVault('gnome_libsecret') }, []);
  const asked = await fetch(`${other.url()}/api/v1/catalogue`);
  assert.equal(asked.status, 401, 'another user is nobody, and is asked for a code');
  await other.end();
});

test('where nothing can be sealed a token from a file stays there, and without the file the screen asks for a code', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.kioskToken)];
  const vault = standInVault('basic_text');
  const first = await started(t, { folder, vault }, ['--token-file', file]);
  assert.match(first.said(), /no keyring/);
  assert.equal(first.windows.length, 1);
  await first.end();
  const second = await started(t, { folder, vault }, []);
  assert.equal((await fetch(`${second.url()}/api/v1/catalogue`)).status, 401);
  await second.end();
});

test('the kiosk is sandboxed, without a menu, and there is one of it', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.kioskToken)];
  const one = await started(t, { folder }, ['--token-file', file]);
  assert.equal(one.shell.app.isSandboxed, true);
  assert.deepEqual(one.menus, [null]);
  const another = await started(t, { folder }, ['--token-file', file], false);
  assert.deepEqual([another.shell.app.exited, another.windows.length], [[0], 0]);
  await one.end();
});

test('a page that cannot be kept alive ends the kiosk with the code that asks for a new start', async (t) => {
  const [folder, file] = [folderFor(t), tokenFile(t, mall.demo.kioskToken)];
  const { windows, shell, url } = await started(t, { folder }, ['--token-file', file]);
  const address = url();
  for (let crash = 0; crash < 4; crash += 1) windows[0]?.webContents.crash();
  await until(() => shell.app.exited.length > 0);
  assert.deepEqual(shell.app.exited, [70]);
  await assert.rejects(fetch(address), 'the station went on without a screen');
});

async function started(t: TestContext, standIns: StandIns, flags: readonly string[], isOnly = true) {
  const stand = standInShell(standIns);
  stand.shell.app.isOnly = isOnly;
  const lines: string[] = [];
  const argv = ['electron', '.', '--', '--server', mall.url, '--port', '0', ...flags];
  await startKiosk(stand.shell, argv, (line) => lines.push(line));
  return startedIn(t, stand, lines);
}
