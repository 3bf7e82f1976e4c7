import { createHash, randomBytes } from 'node:crypto';

/**
 * An opaque id that begins with its time: new rows lie side by side in an index, so that the millionth ticket costs what the
 * first did. The rest is 80 random bits.
 */
export function newId(at: number): string {
  return Math.max(0, at).toString(36).padStart(9, '0') + randomBytes(10).toString('hex');
}

/** What opens a visitor's status page: 128 random bits, printed on the slip and never stored as they are. */
export function newStatusToken(): string {
  return randomBytes(16).toString('base64url');
}

/** How a token is stored: SHA-256 in hexadecimal. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
