// Loaded in front of a server, as a control: it remembers no command, so that a repeat takes effect again.
import Database from 'better-sqlite3';

const { prototype } = Database;
const { prepare } = prototype;
prototype.prepare = function (this: Database.Database, text: string) {
  const forgetful = text
    .replace('FROM command WHERE id = ?', 'FROM command WHERE id = ? AND 0')
    .replace('INSERT INTO command ', 'INSERT OR REPLACE INTO command ');
  return prepare.call(this, forgetful);
} as typeof prepare;
