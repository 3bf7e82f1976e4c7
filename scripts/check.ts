import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);
const fix = process.argv.includes('--fix');

/** What a machine can say of the sources before any test runs: format and lint, types, code that nobody uses. */
const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', ...(fix ? ['--write'] : [])]],
  ['types', bin('tsc'), ['-b']],
  ['unused code', bin('knip'), ['--no-progress']],
];

export function check(): boolean {
  return checks.every(([what, command, args]) => {
    const started = performance.now();
    const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(done.status === 0 ? `✔ ${what} (${seconds} s)` : `✖ ${what}`);
    return done.status === 0;
  });
}

if (import.meta.main) process.exit(check() ? 0 : 1);
