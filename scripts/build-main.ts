import { cpSync, globSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const apps = path.resolve(import.meta.dirname, '..', 'apps');

/** What stays outside the one file: Electron itself, and packages that bring a native library. */
const external = ['electron', 'better-sqlite3', '@napi-rs/canvas'];

/** Builds `apps/X/main` into one file that Electron can load, below a second. */
export async function buildMain(app: string): Promise<void> {
  const root = path.join(apps, app);
  const out = path.join(root, 'out', 'main');
  await build({
    configFile: false,
    root,
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
  // What a program reads at run time is found beside its file: pictures, and the page of the kiosk's paper.
  for (const file of globSync(['main/*.png', 'paper/page'], { cwd: root }))
    cpSync(path.join(root, file), path.join(out, path.basename(file)), { recursive: true });
}

if (import.meta.main) {
  const [app] = process.argv.slice(2);
  if (!app || globSync(`${app}/main/main.ts`, { cwd: apps }).length !== 1) {
    console.error('Usage: node scripts/build-main.ts kiosk|counter|display');
    process.exit(2);
  }
  await buildMain(app);
}
