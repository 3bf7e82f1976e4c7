import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the server proves itself with, as PEM; `validUntil` is epoch milliseconds. */
export type Certificate = { readonly cert: string; readonly key: string; readonly validUntil: number };

type Found =
  | { readonly ok: true; readonly certificate: Certificate | null }
  | { readonly ok: false; readonly problem: string };

/** Where `npm run tls` puts what it makes, under the data folder. */
export const certificateFiles = (data: string) => ({
  cert: path.join(data, 'tls', 'server.crt'),
  key: path.join(data, 'tls', 'server.key'),
});

/** The files that were named, else those of the data folder, else none. What cannot be used is said, with its file. */
export function findCertificate(named: { readonly cert?: string; readonly key?: string }, data: string): Found {
  if ((named.cert === undefined) !== (named.key === undefined))
    return bad('--tls-cert and --tls-key belong together: the certificate and its private key.');
  const own = certificateFiles(data);
  if (named.cert !== undefined && named.key !== undefined) return read(named.cert, named.key);
  return existsSync(own.cert) ? read(own.cert, own.key) : { ok: true, certificate: null };
}

function read(certFile: string, keyFile: string): Found {
  const cert = textOf(certFile);
  const key = textOf(keyFile);
  if (cert === null) return bad(`The certificate ${certFile} cannot be read.`);
  if (key === null) return bad(`The private key ${keyFile} cannot be read.`);
  const parsed = parse(() => new X509Certificate(cert));
  const secret = parse(() => createPrivateKey(key));
  if (!parsed) return bad(`${certFile} holds no certificate in PEM.`);
  if (!secret) return bad(`${keyFile} holds no private key in PEM, or one with a password.`);
  if (!parsed.checkPrivateKey(secret)) return bad(`The private key ${keyFile} is not that of ${certFile}.`);
  return { ok: true, certificate: { cert, key, validUntil: Date.parse(parsed.validTo) } };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const bad = (problem: string): Found => ({ ok: false, problem });
