import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tokenStore } from '../../packages/station/src/electron/token-store.ts';
import { standInVault } from './stand-in.ts';

const token = 'kiosk-token-of-hall-one';

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-token-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a token is kept under the user's key, and read after a restart by nobody without that key", async (t) => {
  const folder = path.join(folderFor(t), 'new');
  const vault = standInVault('kwallet6');
  assert.equal(await tokenStore(vault, folder, 'linux').read(), null);
  assert.equal(await tokenStore(vault, folder, 'linux').keep('an older token'), true);
  assert.equal(await tokenStore(vault, folder, 'linux').keep(token), true);

  assert.equal(await tokenStore(vault, folder, 'linux').read(), token);
  assert.equal(await tokenStore(standInVault('kwallet6'), folder, 'linux').read(), null);
  const [name, ...others] = readdirSync(folder);
  assert.ok(name);
  assert.deepEqual(others, []);
  const file = path.join(folder, name);
  assert.ok(!readFileSync(file).includes(token));
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  writeFileSync(file, 'cut off');
  assert.equal(await tokenStore(vault, folder, 'linux').read(), null, 'a damaged file is no token, and no crash');
});

test('where a Linux desktop has no keyring, no token is written in a seal that anybody can open', async (t) => {
  const folder = folderFor(t);
  for (const backend of ['basic_text', 'unknown'] as const)
    assert.equal(await tokenStore(standInVault(backend), folder, 'linux').keep(token), false);
  const locked = { ...standInVault('kwallet6'), isAsyncEncryptionAvailable: async () => false };
  assert.equal(await tokenStore(locked, folder, 'linux').keep(token), false);
  assert.deepEqual(readdirSync(folder), []);
});

test('Windows is not asked for a backend that only Linux has', async (t) => {
  const vault = {
    ...standInVault('unknown'),
    getSelectedStorageBackend: () => {
      throw new Error('not a function on this platform');
    },
  };
  const tokens = tokenStore(vault, folderFor(t), 'win32');
  assert.equal(await tokens.keep(token), true);
  assert.equal(await tokens.read(), token);
});
