import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A device's token in a file of `folder` that only this user can read: where no keyring seals it. */
export type TokenFile = { readonly file: string; read(): string | null; keep(token: string): void };

export function tokenFile(folder: string): TokenFile {
  const file = path.join(folder, 'token');
  return {
    file,
    read() {
      try {
        return readFileSync(file, 'utf8').trim() || null;
      } catch {
        return null;
      }
    },
    keep(token) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A power cut leaves the old file or the new one, never half of one.
      writeFileSync(`${file}.new`, token, { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    },
  };
}
