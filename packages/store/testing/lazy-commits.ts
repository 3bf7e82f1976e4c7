// Loaded in front of a program, as a control: its database says that commits are forced to the disk, and forces none.
import Database from 'better-sqlite3';

const { prototype } = Database;
const { pragma } = prototype;
prototype.pragma = function (this: Database.Database, text: string, options?: Database.PragmaOptions) {
  if (text === 'synchronous') return 2;
  return pragma.call(this, text === 'synchronous = FULL' ? 'synchronous = NORMAL' : text, options);
};
