import { cpSync, existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomFrom } from '../../../packages/domain/testing/random.ts';
import { pause, startPeople } from '../load/people.ts';
import { realServer, ServerRefused } from '../real-server.ts';
import { nothingMissing, type Row } from './row.ts';

type Damage = { readonly sentence: RegExp; readonly inflict: (file: string) => void | Promise<void> };

const withSql = (text: string) => (file: string) => {
  const db = new DatabaseSync(file);
  db.exec(text);
  db.close();
};

const damages: Readonly<Record<string, Damage>> = {
  missing: { sentence: /no database/i, inflict: (file) => rmSync(file) },
  'of zero length': { sentence: /empty file/, inflict: (file) => truncateSync(file, 0) },
  'with a zeroed header': { sentence: /not a database/, inflict: (file) => overwrite(file, 0, 100) },
  truncated: { sentence: /damaged/, inflict: async (file) => truncateSync(file, pageIn((await stat(file)).size, 0.5)) },
  'with a damaged page': {
    sentence: /damaged/,
    inflict: async (file) => {
      const { size } = await stat(file);
      for (const share of [0.2, 0.4, 0.6, 0.8]) await overwrite(file, pageIn(size, share), 4096);
    },
  },
  'of another program': {
    sentence: /another program/,
    inflict(file) {
      rmSync(file);
      withSql('CREATE TABLE notes (text TEXT)')(file);
    },
  },
  'of a newer release': { sentence: /newer Antrean/, inflict: withSql('PRAGMA user_version = 9999') },
  'whose log was changed': {
    sentence: /log .* is broken at event/,
    inflict(file) {
      const db = new DatabaseSync(file);
      for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
        db.exec(`DROP TRIGGER "${String(name)}"`);
      db.exec("UPDATE event SET body = replace(body, 'DKC', 'DKD') WHERE seq = (SELECT max(seq) FROM event)");
      db.exec("UPDATE event SET body = body || ' ' WHERE seq = (SELECT max(seq) FROM event)");
      db.close();
    },
  },
};

export const damage: Row = {
  name: 'damaged-database',
  what: 'a database that is missing, empty, zeroed, truncated, damaged, foreign, newer, changed or in use: refused with a sentence',
  rounds: { long: 1, short: 1 },
  missing: nothingMissing,
  async run({ seed, progress }) {
    const whole = mkdtempSync(path.join(tmpdir(), 'antrean-whole-'));
    const server = realServer(whole);
    const odd: string[] = [];
    const refusal = async (folder: string): Promise<string> => {
      const second = realServer(folder);
      try {
        await second.start({ ANTREAN_DATA: folder });
        return 'it started';
      } catch (error) {
        if (!(error instanceof ServerRefused)) throw error;
        return error.code === 1 ? error.message : `it ended with ${error.code}: ${error.message}`;
      } finally {
        await second.kill();
      }
    };
    const expect = (name: string, sentence: RegExp, said: string) => {
      if (!sentence.test(said) || said.includes('\n')) odd.push(`[I11] a database ${name}: ${said}`);
      progress(`${name}: ${said}`);
    };
    try {
      await server.start();
      const people = await startPeople(server, { visitors: 6, officers: 3 }, randomFrom(seed));
      await pause(700);
      await people.stop();
      expect('in use', /Another server runs/, await refusal(whole));
      await server.kill();
      // All of it into the file itself, so that it is hit there.
      withSql('PRAGMA wal_checkpoint(TRUNCATE)')(path.join(whole, 'antrean.db'));
      for (const [name, { sentence, inflict }] of Object.entries(damages)) {
        const folder = mkdtempSync(path.join(tmpdir(), 'antrean-damaged-'));
        const file = path.join(folder, 'antrean.db');
        cpSync(whole, folder, { recursive: true });
        await inflict(file);
        const size = existsSync(file) ? (await stat(file)).size : null;
        expect(name, sentence, await refusal(folder));
        const after = existsSync(file) ? (await stat(file)).size : null;
        if (size !== after) odd.push(`[I11] a database ${name} had ${size} bytes and has ${after}`);
        rmSync(folder, { recursive: true });
      }
      return { figures: { damages: Object.keys(damages).length + 1 }, contradictions: odd };
    } finally {
      await server.kill();
      rmSync(whole, { recursive: true, force: true });
    }
  },
};

function pageIn(size: number, share: number): number {
  return Math.floor((size * share) / 4096) * 4096;
}

async function overwrite(file: string, at: number, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(length), 0, length, at);
  await handle.close();
}
