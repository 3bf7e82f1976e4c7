import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { byPassword, type Role } from '@antrean/domain';
import { codeLetters } from '@antrean/protocol';
import type { Store } from '@antrean/store';
import { sessionToken, tokenHash } from './credentials.ts';
import { hashPin } from './pins.ts';

/** What a command makes for somebody else to use, in clear and hashed; empty and null where the command makes none. */
export type MadeSecrets = {
  readonly pin: string | null;
  readonly pinHash: string;
  readonly password: string | null;
  readonly passwordHash: string | null;
  readonly code: string;
  readonly codeHash: string;
};

const nothing: MadeSecrets = { pin: null, pinHash: '', password: null, passwordHash: null, code: '', codeHash: '' };

/**
 * Makes what the command needs out of the manager's session and the command's id. So a retry is answered with the same PIN or code,
 * although neither is stored anywhere: the store keeps hashes, and the answer that it keeps holds none.
 */
export async function makeSecrets(
  store: Store,
  headers: IncomingHttpHeaders,
  command: {
    readonly id: string;
    readonly name: string;
    readonly officerId?: string;
    readonly roles?: readonly Role[];
  },
  at: number,
): Promise<MadeSecrets> {
  const session = sessionToken(headers);
  if (session === null) return nothing;
  const made = (purpose: string) => createHmac('sha256', session).update(`${purpose} ${command.id}`).digest();
  if (command.name === 'add-device' || command.name === 'renew-code') {
    const code = inLetters(made('code'), 8);
    return { ...nothing, code: grouped(code), codeHash: tokenHash(code) };
  }
  if (command.name !== 'add-officer' && command.name !== 'reset-secret') return nothing;
  // Hashing is slow on purpose: it is done for nobody who may not ask. The store looks again, and decides.
  const known = await store.sessionByTokenHash(tokenHash(session), at);
  if (!known?.officer.roles.includes('manager')) return nothing;
  const { officers } = command.roles ? { officers: [] } : await store.access.doors(at);
  const roles = command.roles ?? officers.find(({ id }) => id === command.officerId)?.roles ?? [];
  const hasPin = roles.some((role) => !byPassword.includes(role));
  const hasPassword = roles.some((role) => byPassword.includes(role));
  const pin = String(made('pin').readUInt32BE(0) % 1_000_000).padStart(6, '0');
  const password = grouped(inLetters(made('password'), 16).toLowerCase());
  return {
    ...nothing,
    pin: hasPin ? pin : null,
    // Of somebody without a PIN the row holds the hash of one that nobody was told.
    pinHash: await hashPin(hasPin ? pin : made('nobody').toString('hex')),
    password: hasPassword ? password : null,
    passwordHash: hasPassword ? await hashPin(password) : null,
  };
}

/** The first letters of a code of this many; each is five random bits. */
export function inLetters(bytes: Buffer, count: number): string {
  return Array.from(bytes.subarray(0, count), (byte) => codeLetters[byte % codeLetters.length]).join('');
}

/** In groups of four, as people read and type it. */
export function grouped(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
