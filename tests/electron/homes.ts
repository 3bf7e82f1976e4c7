import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { type Mall, openMall, until } from '../mall.ts';
import type { standInShell } from './stand-in.ts';

export async function mallFor(t: TestContext): Promise<Mall> {
  const mall = await openMall();
  t.after(() => mall.close());
  return mall;
}

/** A PC's own folder, gone with the test. */
export function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-electron-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file with a device's token that only its owner may read. */
export function tokenFile(t: TestContext, token: string | undefined): string {
  const file = path.join(folderFor(t), 'token');
  writeFileSync(file, token ?? '', { mode: 0o600 });
  return file;
}

/** What a station was started with, as every one is. */
export function flagsFor(t: TestContext, mall: Mall, token: string | undefined): readonly string[] {
  return ['--server', mall.url, '--token-file', tokenFile(t, token), '--port', '0'];
}

/** A program that was started in the stand-in: ended with the test at the latest, and then without a fault. */
export function startedIn<S extends ReturnType<typeof standInShell>>(
  t: TestContext,
  stand: S,
  lines: readonly string[],
) {
  const { exited } = stand.shell.app;
  const end = async () => {
    if (exited.length > 0) return;
    stand.shell.app.quit();
    await until(() => exited.length > 0);
    assert.deepEqual(exited, [0]);
  };
  t.after(end);
  return { ...stand, end, said: () => lines.join('\n'), url: () => stand.windows[0]?.loaded[0] ?? '' };
}
