import type Database from 'better-sqlite3';

/** Copies of what the server said last, so that a station which starts without it is not blank. */
export type Kept = {
  read(name: KeptName): { readonly value: unknown; readonly at: number } | null;
  write(name: KeptName, value: unknown, at: number): void;
};

type KeptName = 'catalogue' | 'hall' | 'clock';

/**
 * The rows that hold them. A build that changes the shape of one counts its number up: what an older build has kept is then not read,
 * because a page would break on it just while nobody can send it anything newer.
 */
const rows: Readonly<Record<KeptName, string>> = { catalogue: 'catalogue 2', hall: 'hall 3', clock: 'clock' };

export function openKept(db: Database.Database): Kept {
  const read = db.prepare<[string], { value: string; at: number }>(`SELECT value, at FROM kept WHERE name = ?`);
  const write = db.prepare(
    `INSERT INTO kept (name, value, at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at`,
  );
  return {
    read(name) {
      const row = read.get(rows[name]);
      return row ? { value: JSON.parse(row.value), at: row.at } : null;
    },
    write: (name, value, at) => void write.run(rows[name], JSON.stringify(value), at),
  };
}
