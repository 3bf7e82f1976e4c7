import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { certificateFiles } from '../apps/server/src/certificate.ts';

/** How this machine's own server on this data speaks. One with a certificate of the mall's own is trusted by this program from here on. */
export function trustOwnServer(data: string): 'http' | 'https' {
  const { cert } = certificateFiles(data);
  if (!existsSync(cert)) return 'http';
  const authority = path.join(path.dirname(cert), 'ca.crt');
  if (existsSync(authority))
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(authority, 'utf8')]);
  return 'https';
}
