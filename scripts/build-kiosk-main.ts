import { cpSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const kiosk = path.resolve(import.meta.dirname, '..', 'apps', 'kiosk');
const out = path.join(kiosk, 'out', 'main');

/** What stays outside the one file: Electron itself, and packages that bring a native library. */
const external = ['electron', 'better-sqlite3', '@napi-rs/canvas'];

/** Builds `apps/kiosk/main` into one file that Electron can load, below a second. */
export async function buildKioskMain(): Promise<void> {
  await build({
    configFile: false,
    root: kiosk,
    logLevel: 'warn',
    ssr: { noExternal: true, external },
    build: {
      ssr: 'main/main.ts',
      outDir: out,
      emptyOutDir: true,
      target: 'node24',
      reportCompressedSize: false,
      rolldownOptions: { external, output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  });
  // The paper's page is found beside the file that serves it.
  cpSync(path.join(kiosk, 'paper', 'page'), path.join(out, 'page'), { recursive: true });
}

if (import.meta.main) await buildKioskMain();
