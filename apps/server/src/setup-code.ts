import { randomBytes } from 'node:crypto';
import type { Store } from '@antrean/store';
import { tokenHash } from './credentials.ts';
import { grouped, inLetters } from './made-secrets.ts';

/**
 * What a real installation says on its console about its first manager; null when there is nothing to say. A code is made when there
 * is neither a manager nor a code, or when the operator asks for a new one: who has lost every password still has this machine.
 */
export async function setupNotice(
  store: Store,
  wantsNew: boolean,
  adminUrl: string,
  at: number,
): Promise<string | null> {
  const { hasCode, hasManager } = await store.access.setup();
  if (!wantsNew && hasManager) return null;
  if (!wantsNew && hasCode)
    return `Antrean masih menunggu pengelola pertama: buka ${adminUrl} dan pakai kode dari penyalaan pertama.
Antrean still waits for its first manager: open ${adminUrl} and use the code of the first start.
Kode hilang? Lost the code? Start once with --new-setup-code.`;
  const code = inLetters(randomBytes(12), 12);
  await store.access.openSetup(tokenHash(code), at);
  return `
  Kode penyiapan (sekali pakai) · Setup code (works once):

      ${grouped(code)}

  Buka ${adminUrl} dan buat akun pengelola.
  Open ${adminUrl} and make the ${hasManager ? 'new' : 'first'} manager.
`;
}
