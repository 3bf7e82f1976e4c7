import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { issueOf, Mall } from '../testing/mall.ts';
import { mondayMorning, smallMall } from '../testing/small-mall.ts';
import { openSqliteStore } from './open-sqlite.ts';

const [asked, file = ''] = process.argv.slice(2);

if (asked === 'load') await load();
else
  test('a killed server has lost no answered command, and goes on without a gap', {
    timeout: 120_000,
  }, async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'antrean-kill-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const database = path.join(folder, 'mall.db');
    const made = await openSqliteStore({ file: database, create: { catalogue: smallMall, at: mondayMorning } });
    await Mall.on(made);
    await made.close();
    const answers = new Map<string, string>();
    for (const deathAfter of [1, 20, 77, 150, 333]) {
      for (const [id, number] of await loadUntil(database, deathAfter)) answers.set(id, number);
      const store = await openSqliteStore({ file: database });
      const mall = new Mall(store);
      for (const [id, number] of answers) {
        const again = await mall.give(mall.device('kiosk'), issueOf(['card']), id);
        assert.equal(again.ok && again.value.visit.number, number);
      }
      const events = await store.eventsAfter(0, 100_000);
      const numbers = events.flatMap((event) => (event.type === 'ticket.issued' ? [event.number] : []));
      assert.deepEqual(
        numbers,
        numbers.map((_, n) => `BQ${String(n + 1).padStart(3, '0')}`),
      );
      assert.ok(numbers.length >= answers.size);
      assert.equal(await store.firstBrokenLink(), null);
      await store.close();
    }
    assert.ok(answers.size >= 500);
  });

/** Commands without end, sixteen at a time; each line says what was answered, after it was. */
async function load(): Promise<never> {
  const store = await openSqliteStore({ file });
  const mall = new Mall(store);
  const kiosk = async (): Promise<never> => {
    for (;;) {
      const id = crypto.randomUUID();
      const given = await mall.give(mall.device('kiosk'), issueOf(['card']), id);
      if (!given.ok) throw new Error(given.error.code);
      process.stdout.write(`${id} ${given.value.visit.number}\n`);
    }
  };
  return Promise.race(Array.from({ length: 16 }, kiosk));
}

/** Kills the load with SIGKILL once it has answered so many; what it answered, as [command, number]. */
async function loadUntil(database: string, deathAfter: number): Promise<readonly (readonly [string, string])[]> {
  const child = spawn(process.execPath, [import.meta.filename, 'load', database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const dead = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  const answered: (readonly [string, string])[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [id = '', number = ''] = line.split(' ');
    answered.push([id, number]);
    if (answered.length === deathAfter) child.kill('SIGKILL');
  }
  assert.equal(await dead, 'SIGKILL');
  return answered;
}
