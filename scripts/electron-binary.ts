import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Every station wants the same one.
const station = path.resolve(import.meta.dirname, '..', 'packages', 'station', 'package.json');

/** Electron's program on this machine, null where it was never fetched: importing `electron` to ask it would start a download. */
export function electronBinary(env: NodeJS.ProcessEnv): string | null {
  const home = packageFolder();
  if (home === null) return null;
  const named = path.join(home, 'path.txt');
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : `electron${process.platform === 'win32' ? '.exe' : ''}`;
  const file = path.join(env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(home, 'dist'), name);
  return existsSync(file) ? file : null;
}

function packageFolder(): string | null {
  try {
    return path.dirname(createRequire(station).resolve('electron/package.json'));
  } catch {
    return null;
  }
}
