import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { certificateFiles } from '../apps/server/src/certificate.ts';
import { fingerprintOf, makeAuthority, makeServerCertificate, namesOf, type Pair } from './site-certificate.ts';

const usage = `Usage: npm run tls -- --data DIR [--host NAME_OR_ADDRESS]…
  --data DIR    the installation's data folder; twin in the environment: ANTREAN_DATA
  --host NAME   a name or address by which screens call this server, as often as needed; this PC's own are always in
Makes the mall's own authority once, and the server's certificate each time it is run: run it again when the certificate ends or an address changes.`;

const ownNames = ['localhost', '127.0.0.1', '::1'];

try {
  await main();
} catch (error) {
  const isExpected = (error as { code?: unknown }).code !== undefined;
  console.error(isExpected ? `${(error as Error).message}\n${usage}` : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.ANTREAN_DATA },
      host: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(usage);
  if (!values.data) {
    console.error(`Di folder mana datanya? Which folder holds the data?\n${usage}`);
    process.exitCode = 1;
    return;
  }
  const data = path.resolve(values.data);
  const server = certificateFiles(data);
  const folder = path.dirname(server.cert);
  const files = { cert: path.join(folder, 'ca.crt'), key: path.join(folder, 'ca.key') };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = kept(files) ?? (await made(files, makeAuthority(hostname(), new Date())));
  const earlier = existsSync(server.cert) ? namesOf(readFileSync(server.cert, 'utf8')) : [];
  const hosts = [...new Set([...values.host, ...earlier, hostname().toLowerCase(), ...addresses(), ...ownNames])];
  await made(server, makeServerCertificate(authority, hosts, new Date()));
  ownedAsTheData(data, [folder, files.cert, files.key, server.cert, server.key]);
  console.log(told({ data, folder, caFile: files.cert, authority, hosts }));
}

type Files = { readonly cert: string; readonly key: string };

function kept({ cert, key }: Files): Pair | null {
  if (!existsSync(cert) || !existsSync(key)) return null;
  return { certificate: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

async function made({ cert, key }: Files, making: Promise<Pair>): Promise<Pair> {
  const pair = await making;
  // Key before certificate, each in one go: a server that starts in between finds no pair that does not fit.
  put(key, pair.key, 0o600);
  put(cert, pair.certificate, 0o644);
  return pair;
}

function put(file: string, text: string, mode: number): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text, { mode });
  chmodSync(fresh, mode);
  renameSync(fresh, file);
}

/** A server that runs as a user of its own must read what root made here. */
function ownedAsTheData(data: string, made: readonly string[]): void {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(data);
  for (const file of made) chownSync(file, uid, gid);
}

function addresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((of) =>
    (of ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );
}

type Made = {
  readonly data: string;
  readonly folder: string;
  readonly caFile: string;
  readonly authority: Pair;
  readonly hosts: readonly string[];
};

function told({ data, folder, caFile, authority, hosts }: Made): string {
  return `Sertifikat server jadi, berlaku 397 hari. The server's certificate is made, valid for 397 days:
  ${hosts.join(', ')}
Server memakainya sejak dinyalakan berikutnya. The server uses it from its next start on:
  npm start -- --data ${data} --host 0.0.0.0 --public-url https://${hosts[0]}:8080
Salin berkas ini ke setiap PC layar. Copy this file to every station's PC; it is no secret:
  ${caFile}
  npm run kiosk -- --server https://${hosts[0]}:8080 --ca ca.crt
Di Chromium PC lain: Setelan, Privasi dan keamanan, Sertifikat, Impor. In Chromium on other PCs: Settings, Privacy and security, Certificates, import.
Cocokkan sidik jari ini di sana. Compare this fingerprint there:
  ${fingerprintOf(authority.certificate)}
${path.join(folder, 'ca.key')} tidak pernah meninggalkan PC ini. It never leaves this PC.`;
}
