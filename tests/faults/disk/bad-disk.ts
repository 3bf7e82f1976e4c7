import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

/** Calls of one program on its database fail when told so. */
export type BadDisk = {
  /** What to start the program with. */
  readonly env: Readonly<Record<string, string>>;
  /** From its n-th write, or its n-th sync, from now on: every one fails with this error. */
  fail(kind: 'write' | 'sync', n: number, error: 'EIO' | 'ENOSPC'): void;
  heal(): void;
  /** How many calls have failed since the last `fail`. */
  struck(): number;
  close(): void;
};

const source = path.join(import.meta.dirname, 'shim.c');
const struckAt = 4;

export function whyNoBadDisk(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  return spawnSync('gcc', ['--version']).status === 0 ? null : 'needs gcc';
}

export function makeBadDisk(): BadDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-shim-'));
  const [library, orders] = [path.join(folder, 'shim.so'), path.join(folder, 'orders')];
  const made = spawnSync('gcc', ['-Wall', '-Werror', '-O1', '-shared', '-fPIC', '-o', library, source]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  writeFileSync(orders, Buffer.alloc(64));
  const file = openSync(orders, 'r+');
  const order = (...numbers: readonly number[]) => {
    const bytes = Buffer.alloc(64);
    for (const [n, value] of numbers.entries()) bytes.writeBigInt64LE(BigInt(value), n * 8);
    writeSync(file, bytes, 0, 64, 0);
  };
  return {
    env: { LD_PRELOAD: library, ANTREAN_SHIM: orders },
    fail: (kind, n, error) => order(kind === 'write' ? n : 0, kind === 'sync' ? n : 0, constants.errno[error], 1),
    heal: () => order(),
    struck() {
      const bytes = Buffer.alloc(64);
      readSync(file, bytes, 0, 64, 0);
      return Number(bytes.readBigInt64LE(struckAt * 8));
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true });
    },
  };
}
