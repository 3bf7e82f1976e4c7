// The certificate library looks up its parts by it, and asks for it to be there first.
import 'reflect-metadata';
import { X509Certificate as Parsed } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, as PEM. */
export type Pair = { readonly certificate: string; readonly key: string };

type PrivateKey = Parameters<typeof crypto.subtle.exportKey>[1];

const dayMs = 24 * 3_600_000;
const authorityDays = 3_650;
/** Browsers take no server's certificate that is valid for longer (CA/Browser Forum, Baseline Requirements 6.3.2). */
const serverDays = 397;
const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };

/** A certificate authority of one mall; nobody trusts it but the stations that were given its certificate. */
export async function makeAuthority(site: string, now: Date): Promise<Pair> {
  const keys = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: [`Antrean ${site}`] }],
    notBefore: yesterday(now),
    notAfter: new Date(now.getTime() + authorityDays * dayMs),
    keys,
    signingAlgorithm: signing,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyText(keys.privateKey) };
}

/** A server's certificate for these names and addresses, signed by the authority. */
export async function makeServerCertificate(authority: Pair, hosts: readonly string[], now: Date): Promise<Pair> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const ends = Math.min(now.getTime() + serverDays * dayMs, issuer.notAfter.getTime());
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: [{ CN: [hosts[0] ?? 'localhost'] }],
    issuer: issuer.subject,
    notBefore: yesterday(now),
    notAfter: new Date(ends),
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority.key),
    signingAlgorithm: signing,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((host) => ({ type: isIP(host) === 0 ? 'dns' : 'ip', value: host }) as const),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyText(keys.privateKey) };
}

/** What two people compare by eye: SHA-256 in pairs of hexadecimal digits. */
export function fingerprintOf(certificate: string): string {
  return new Parsed(certificate).fingerprint256;
}

/** The names and addresses that a certificate is for. */
export function namesOf(certificate: string): readonly string[] {
  const names =
    new x509.X509Certificate(certificate).getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  return names.map(({ value }) => value);
}

// A station whose clock is a little behind must not find it too young.
function yesterday(now: Date): Date {
  return new Date(now.getTime() - dayMs);
}

// Positive and at most 20 bytes (RFC 5280, 4.1.2.2).
function serialNumber(): string {
  const bytes = crypto.getRandomValues(Buffer.alloc(16));
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 1;
  return bytes.toString('hex');
}

async function keyText(key: PrivateKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

async function signingKey(pem: string): Promise<x509.X509CertificateCreateWithKeyParams['signingKey']> {
  const bytes = x509.PemConverter.decode(pem)[0] ?? new ArrayBuffer(0);
  const key = await crypto.subtle.importKey('pkcs8', bytes, curve, false, ['sign']);
  // The library names the browser's type of the same object.
  return key as x509.X509CertificateCreateWithKeyParams['signingKey'];
}
