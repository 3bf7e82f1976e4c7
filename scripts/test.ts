import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildScreens } from './build-screens.ts';
import { check } from './check.ts';
import { findChromium } from './chromium.ts';

const root = path.resolve(import.meta.dirname, '..');
const chromium = findChromium();
if (!chromium) process.exit(1);
process.env.ANTREAN_CHROMIUM = chromium;

const checked = check();
await buildScreens();

const named = process.argv.slice(2);
const globs =
  named.length > 0 ? named : ['{packages,apps}/*/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'];
const files = globs
  .flatMap((glob) => globSync(glob, { cwd: root, exclude: ['**/node_modules/**', '**/out/**'] }))
  .map((file) => path.join(root, file))
  .sort();

const total = { passed: 0, failed: checked ? 0 : 1, skipped: 0 };
// One more than there are cores: much of a test of screens is waiting.
const stream = run({ files, concurrency: availableParallelism() + 1, timeout: 300_000 });
stream.on('test:pass', ({ details, skip }) => {
  if (details.type !== 'suite') total[skip === undefined || skip === false ? 'passed' : 'skipped'] += 1;
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') total.failed += 1;
});
stream.compose(new spec()).pipe(process.stdout);
stream.on('end', () => {
  if (total.passed === 0) total.failed += 1;
  process.exitCode = total.failed === 0 ? 0 : 1;
});
process.on('exit', () => {
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
});
