import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sessionHeader } from '@antrean/protocol';
import type { Caller } from '@antrean/store';

/** Tokens are kept and compared only as SHA-256, so a stolen database opens no door. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The device's token from `Authorization: Bearer …`, null when there is none. */
export function bearerToken(headers: IncomingHttpHeaders): string | null {
  return /^Bearer ([\w-]{16,128})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The officer's session token, null when nobody has signed in. */
export function sessionToken(headers: IncomingHttpHeaders): string | null {
  const token = headers[sessionHeader];
  return typeof token === 'string' && token.length >= 16 && token.length <= 128 ? token : null;
}

/** Who sends this request, for the store to look up inside the transaction; null without any token. A session without a device is a person's, behind a password. */
export function callerOf(headers: IncomingHttpHeaders): Caller | null {
  const device = bearerToken(headers);
  const session = sessionToken(headers);
  if (device === null) return session === null ? null : { kind: 'person', sessionTokenHash: tokenHash(session) };
  return {
    kind: 'station',
    deviceTokenHash: tokenHash(device),
    sessionTokenHash: session === null ? null : tokenHash(session),
  };
}
