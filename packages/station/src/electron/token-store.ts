import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SafeStorage } from 'electron';

export type Vault = Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
>;

export type TokenStore = {
  /** The device's token as it was kept, null when there is none or this user's key no longer opens it. */
  read(): Promise<string | null>;
  /** Keeps the token sealed; false, and nothing is kept, where the desktop has no key that only this user has. */
  keep(token: string): Promise<boolean>;
};

/** Keeps the device's token under the key of the desktop's user, in a file of `folder`. */
export function tokenStore(vault: Vault, folder: string, platform: NodeJS.Platform): TokenStore {
  const file = path.join(folder, 'token.sealed');
  return {
    async read() {
      const sealed = contentOf(file);
      if (sealed === null || !(await seals(vault, platform))) return null;
      return vault.decryptStringAsync(sealed).then(
        ({ result }) => result,
        () => null,
      );
    },
    async keep(token) {
      if (!(await seals(vault, platform))) return false;
      const sealed = await vault.encryptStringAsync(token);
      mkdirSync(folder, { recursive: true });
      // A power cut leaves the old file or the new one, never half of one.
      writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
      return true;
    },
  };
}

// Without a keyring Chromium "encrypts" with a password that is the same on every machine, and says `basic_text` on Linux alone.
async function seals(vault: Vault, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await vault.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(vault.getSelectedStorageBackend());
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
