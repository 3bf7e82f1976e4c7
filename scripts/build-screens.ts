import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { dropSchemas } from './drop-schemas.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Builds every `apps/X/screen` whose sources changed since its last build; gives back the names of those it built. */
export async function buildScreens(): Promise<readonly string[]> {
  const built: string[] = [];
  for (const entry of globSync('apps/*/screen/index.html', { cwd: root }).sort()) {
    const screen = path.dirname(entry);
    const app = path.dirname(screen);
    const out = path.join(root, app, 'out', 'screen');
    const stamp = path.join(root, app, 'out', 'screen.stamp');
    const now = fingerprint(screen);
    if (existsSync(path.join(out, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue;
    await build({
      configFile: false,
      root: path.join(root, screen),
      base: './',
      logLevel: 'warn',
      plugins: [dropSchemas()],
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: out,
        emptyOutDir: true,
        target: 'chrome120',
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        rolldownOptions: { input: globSync(path.join(root, screen, '*.html')).sort() },
      },
    });
    writeFileSync(stamp, now);
    built.push(path.basename(app));
  }
  return built;
}

function fingerprint(screen: string): string {
  const hash = createHash('sha256');
  const sources = [
    `${screen}/**/*`,
    'packages/{domain,protocol,client,ui,voice}/src/**/*',
    'packages/station/src/{bridge,counter-bridge,display-bridge}.ts',
    'package-lock.json',
    'scripts/{build-screens,drop-schemas}.ts',
  ];
  for (const file of globSync(sources, { cwd: root, withFileTypes: true, exclude: ['**/node_modules'] })) {
    if (!file.isFile() || file.name.endsWith('.test.ts')) continue;
    const full = path.join(file.parentPath, file.name);
    hash.update(path.relative(root, full)).update(readFileSync(full));
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const built = await buildScreens();
  console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Every screen is up to date.');
}
