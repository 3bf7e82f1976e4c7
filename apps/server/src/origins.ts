import type { FastifyRequest } from 'fastify';
import { isLoopback } from './flags.ts';

/** Whether a page of this origin may talk to the server. Pages of other sites in the building's browsers may not (S17). */
export type Origins = (origin: string | undefined, host: string | undefined) => boolean;

type OwnPort = { readonly port: () => number; readonly isEncrypted: boolean };

/**
 * Exact origins: those named, and the page's own when its host is one that this server answers to. A request without
 * `Origin` comes from no page; a device's token must speak for it.
 */
export function allowedOrigins(named: readonly string[], publicUrl: string, own: OwnPort): Origins {
  const exact = new Set([...named, publicUrl].map((url) => new URL(url).origin));
  return (origin, host) => {
    if (origin === undefined) return true;
    if (exact.has(origin)) return true;
    const page = URL.parse(origin);
    if (!page || page.host !== host) return false;
    const isOwnKind = page.protocol === (own.isEncrypted ? 'https:' : 'http:');
    const port = Number(page.port || (own.isEncrypted ? 443 : 80));
    return isOwnKind && isLoopback(page.hostname.replace(/^\[|\]$/g, '')) && port === own.port();
  };
}

/** Whether somebody at this very machine asks. What a proxy or tunnel passes on comes from a loopback address too, under another name. */
export function isFromThisMachine({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
  const name = URL.parse(`http://${headers.host}`)?.hostname.replace(/^\[|\]$/g, '');
  return isLoopback(ip) && !isForwarded && name !== undefined && isLoopback(name);
}

/** Whether this `Host` is one the server goes by: DNS rebinding makes a foreign name point here. */
export function isOurHost(host: string | undefined, named: readonly string[], publicUrl: string): boolean {
  if (host === undefined) return false;
  const hosts = [...named, publicUrl].map((url) => new URL(url).host);
  const name = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/g, '');
  return hosts.includes(host) || (name !== undefined && isLoopback(name));
}
