import tls from 'node:tls';
import { codeOf } from './station-program.ts';

/**
 * From here on this program takes a server only from this authority: whoever can make certificates that the PC trusts anyway, and whoever
 * stands in the way with one, is a stranger (S26).
 */
export function trustOnly(ca: string | null): void {
  if (ca !== null) tls.setDefaultCACertificates([ca]);
}

const unknown = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_SIGNATURE_FAILURE',
];

/** Says once, to whoever looks after this PC, why an encrypted server is not believed. A server that is merely away is no matter of trust. */
export async function tellIfUntrusted(serverUrl: string, log: (line: string) => void): Promise<void> {
  if (!serverUrl.startsWith('https:')) return;
  try {
    await fetch(`${serverUrl}/health/live`, { signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const why = whyUntrusted(error instanceof Error ? codeOf(error.cause) : '', serverUrl);
    if (why !== null) log(why);
  }
}

/** What can be done about a server that is not believed; null for any other trouble. */
function whyUntrusted(code: string, serverUrl: string): string | null {
  if (unknown.includes(code))
    return `${serverUrl} proves itself with a certificate that nobody here vouches for. Copy tls/ca.crt from the server's data folder and start with --ca ca.crt; if that is what you did, make sure it is the newest one.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `The certificate of ${serverUrl} is for another name or address. Run npm run tls with --host ${new URL(serverUrl).hostname} at the server, and restart it.`;
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${serverUrl} has ended, or the clock of this PC is wrong. Look at the clock; if it is right, run npm run tls at the server and restart it.`;
  if (code === 'CERT_NOT_YET_VALID')
    return `The certificate of ${serverUrl} is not valid yet: the clock of this PC is behind. Set it right.`;
  // What an unencrypted server answers to a handshake.
  return code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG'
    ? `${serverUrl} speaks plain HTTP. Run npm run tls at the server and restart it, or begin the address with http.`
    : null;
}
