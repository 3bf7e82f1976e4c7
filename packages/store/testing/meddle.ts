import Database from 'better-sqlite3';

/** Changes a database that nobody uses behind the store's back, statement by statement. */
export function meddle(file: string, ...texts: readonly string[]): void {
  const db = new Database(file);
  for (const text of texts) db.exec(text);
  db.close();
}
