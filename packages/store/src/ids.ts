import { createHash, randomBytes } from 'node:crypto';

/**
 * An opaque id that begins with its time: new rows lie side by side in an index, so that the millionth ticket costs what the
 * first did. The rest is 80 random bits.
 */
export function newId(at: number): string {
  if (drawn + idBytes > stock.length) {
    stock = randomBytes(stockBytes);
    drawn = 0;
  }
  drawn += idBytes;
  return Math.max(0, at).toString(36).padStart(9, '0') + stock.toString('hex', drawn - idBytes, drawn);
}

const idBytes = 10;
// The kernel is asked once for many ids: asking costs more than making the id.
const stockBytes = 400 * idBytes;
let stock = Buffer.alloc(0);
let drawn = 0;

/** What opens a visitor's status page: 128 random bits, printed on the slip and never stored as they are. */
export function newStatusToken(): string {
  return randomBytes(16).toString('base64url');
}

/** How a token is stored: SHA-256 in hexadecimal. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
