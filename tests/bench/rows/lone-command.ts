import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openBareMall } from '../limits/bare-mall.ts';
import { quantile, type Sample } from '../measure/rounds.ts';
import type { Row } from '../measure/row.ts';
import { callTurn } from './call-to-displays.ts';

const times = 40;
const pageBytes = 16_384;
const product = 'product';
const commit = 'better-sqlite3, the rows of one issue';

/** One officer, one display, nobody else: beside what one durable commit costs when the disk had a moment's rest. */
export const loneCommand: Row = {
  name: 'lone-command',
  title: 'A lone command to one display',
  goals: [{ says: 'display beside one commit', figure: 'lastP50ms', of: product, to: commit, atMost: 2 }],
  async open() {
    const mall = await openBareMall();
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-disk-'));
    const file = openSync(path.join(folder, 'page'), 'w');
    const page = Buffer.alloc(pageBytes, 1);
    return {
      builds: [
        { name: product, turn: () => callTurn(1, 'limits/product.ts') },
        {
          name: commit,
          turn: () =>
            paced(() => {
              mall.db.exec('BEGIN IMMEDIATE');
              mall.replay.run(mall.fresh(crypto.randomUUID()));
              mall.db.exec('COMMIT');
            }),
        },
        {
          name: 'fdatasync of 16 KiB',
          turn: () =>
            paced(() => {
              writeSync(file, page, 0, pageBytes, 0);
              fdatasyncSync(file);
            }),
        },
      ],
      async close() {
        mall.close();
        closeSync(file);
        rmSync(folder, { recursive: true });
      },
    };
  },
};

// As far apart as the presses of the product's turn: back to back, the disk would answer sooner.
async function paced(once: () => void): Promise<Sample> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await pause(5);
    const startedAt = performance.now();
    once();
    took.push(performance.now() - startedAt);
  }
  took.sort((a, b) => a - b);
  return { lastP50ms: quantile(took, 0.5), lastP99ms: quantile(took, 0.99) };
}
