import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import tls from 'node:tls';
import { sessionHeader } from '@antrean/protocol';
import { io } from 'socket.io-client';
import { makeServerCertificate } from '../../scripts/site-certificate.ts';

const root = path.resolve(import.meta.dirname, '../..');
const password = 'kuda baterai jepit';

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-tls-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const makeCertificate = (data: string, ...more: readonly string[]) =>
  execFileSync(process.execPath, [path.join(root, 'scripts/tls.ts'), '--data', data, ...more], { encoding: 'utf8' });

type Program = { readonly child: ChildProcess; readonly said: () => string; until(words: RegExp): Promise<string> };

/** A real program, and what it has said so far. */
function run(t: TestContext, program: string, args: readonly string[]): Program {
  const child = spawn(process.execPath, [path.join(root, program), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      text += bytes;
      for (const listener of heard) listener();
    });
  t.after(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  return {
    child,
    said: () => text,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(text);
          if (!found) return;
          heard.delete(look);
          resolve(found[1] ?? found[0]);
        };
        heard.add(look);
        child.once('exit', () => reject(new Error(`it ended: ${text}`)));
        setTimeout(() => reject(new Error(`${words} was never said: ${text}`)), 20_000).unref();
        look();
      }),
  };
}

/** A real installation with a certificate of its own, and its first manager; this process trusts its authority from here on. */
async function encryptedMall(t: TestContext) {
  const data = folderFor(t);
  makeCertificate(data);
  const server = run(t, 'apps/server/src/main.ts', ['--data', data, '--site', 'MPP Bintan', '--port', '0']);
  const url = await server.until(/listening on (\S+)/);
  const code = await server.until(/\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b/);
  const authority = readFileSync(path.join(data, 'tls/ca.crt'), 'utf8');
  tls.setDefaultCACertificates([authority]);
  const post = async (route: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    return (await (await fetch(`${url}/api/v1${route}`, init)).json()) as Record<string, unknown>;
  };
  await post('/setup', { code, login: 'sri', name: 'Sri', password });
  const { sessionToken } = await post('/sessions/by-password', { officer: 'sri', password });
  const manager = { [sessionHeader]: String(sessionToken) };
  return { data, url, server, post, manager };
}

test('[S26] npm run tls makes an authority once, and a certificate for this PC and the names that were given; a second run renews it', (t) => {
  const data = folderFor(t);
  const told = makeCertificate(data, '--host', 'antrean.bintan.test', '--host', '192.168.7.9');
  const file = (name: string) => path.join(data, 'tls', name);
  const authority = new X509Certificate(readFileSync(file('ca.crt')));
  const first = new X509Certificate(readFileSync(file('server.crt')));
  assert.equal(first.checkIssued(authority) && first.verify(authority.publicKey), true);
  for (const name of ['antrean.bintan.test', 'localhost']) assert.equal(first.checkHost(name), name);
  for (const address of ['192.168.7.9', '127.0.0.1']) assert.equal(first.checkIP(address), address);
  assert.ok(told.includes(authority.fingerprint256), 'the fingerprint is said, to be compared');
  const days = (Date.parse(first.validTo) - Date.now()) / 86_400_000;
  assert.ok(days > 390 && days <= 398, `valid for ${days} days`);
  for (const name of ['ca.key', 'server.key']) assert.equal(statSync(file(name)).mode & 0o777, 0o600, name);
  makeCertificate(data);
  const renewed = new X509Certificate(readFileSync(file('server.crt')));
  assert.notEqual(renewed.serialNumber, first.serialNumber);
  assert.equal(renewed.checkHost('antrean.bintan.test'), 'antrean.bintan.test', 'the names of before stay');
  assert.equal(new X509Certificate(readFileSync(file('ca.crt'))).fingerprint256, authority.fingerprint256);
});

test('[S26] pages, commands and feed go over TLS; browsers are told to stay with it, and plain HTTP is not answered', async (t) => {
  const { url, manager } = await encryptedMall(t);
  assert.match(url, /^https:\/\/localhost:\d+$/);
  const page = await fetch(`${url}/admin/`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
  await assert.rejects(fetch(url.replace('https:', 'http:')));
  const [session] = Object.values(manager);
  const join = (origin: string) =>
    new Promise<string>((resolve) => {
      const options = { transports: ['websocket'], reconnection: false, auth: { session }, extraHeaders: { origin } };
      const socket = io(url, options);
      t.after(() => socket.close());
      socket.on('connect', async () => {
        const joined = await socket.emitWithAck('join', { after: null, epoch: null });
        resolve('snapshot' in joined ? 'joined' : 'empty');
      });
      socket.on('connect_error', () => resolve('refused'));
    });
  assert.deepEqual([await join(url), await join(url.replace('https:', 'http:'))], ['joined', 'refused']);
});

test('[S26] a kiosk that was given the authority enrols and works over TLS; without it, or under another name, it says what to do', async (t) => {
  const { data, url, post, manager } = await encryptedMall(t);
  const ca = path.join(folderFor(t), 'ca.crt');
  copyFileSync(path.join(data, 'tls/ca.crt'), ca);
  const kiosk = (...args: readonly string[]) =>
    run(t, 'apps/kiosk/headless.ts', ['--port', '0', '--data', folderFor(t), ...args]);

  const trusting = kiosk('--server', url, '--ca', ca);
  const station = await trusting.until(/listening on (\S+?)(?:\/kiosk\/?)?\s/);
  const headers = { ...manager, 'idempotency-key': crypto.randomUUID() };
  const { code } = await post('/devices', { role: 'kiosk', name: 'Pintu', counterId: null, zoneId: null }, headers);
  const origin = new URL(station).origin;
  const enrolled = await fetch(`${origin}/bridge/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ code }),
  });
  assert.deepEqual(await enrolled.json(), { ok: true, value: { name: 'Pintu' } });
  const self = (await (await fetch(`${origin}/api/v1/stations/current`)).json()) as { readonly role: string };
  assert.equal(self.role, 'kiosk');

  await kiosk('--server', url).until(/nobody here vouches for. Copy tls\/ca\.crt/);
  const other = folderFor(t);
  makeCertificate(other);
  await kiosk('--server', url, '--ca', path.join(other, 'tls/ca.crt')).until(/nobody here vouches for/);
  const authority = { certificate: readFileSync(ca, 'utf8'), key: readFileSync(path.join(data, 'tls/ca.key'), 'utf8') };
  const { certificate: cert, key } = await makeServerCertificate(authority, ['elsewhere.test'], new Date());
  const elsewhere = createServer({ cert, key }).listen(0, '127.0.0.1');
  t.after(() => elsewhere.close());
  await once(elsewhere, 'listening');
  const { port } = elsewhere.address() as { readonly port: number };
  await kiosk('--server', `https://localhost:${port}`, '--ca', ca).until(/for another name.*--host localhost/);
});

test('[S26] other hosts over plain HTTP are refused with both ways out, and a pair that does not fit is named', async (t) => {
  const data = folderFor(t);
  const ended = async (...args: readonly string[]) => {
    const server = run(t, 'apps/server/src/main.ts', ['--data', data, '--site', 'MPP', '--port', '0', ...args]);
    const [code] = await once(server.child, 'close');
    assert.equal(code, 1, server.said());
    return server.said();
  };
  const said = await ended('--host', '0.0.0.0', '--public-url', 'http://mall.test:8080');
  for (const way of [`npm run tls -- --data ${data}`, '--tls-cert', '--plain-http']) assert.ok(said.includes(way), way);
  const [one, two] = [folderFor(t), folderFor(t)];
  for (const folder of [one, two]) makeCertificate(folder);
  const cert = path.join(one, 'tls/server.crt');
  assert.match(await ended('--tls-cert', cert), /--tls-cert and --tls-key belong together/);
  assert.match(await ended('--tls-cert', cert, '--tls-key', path.join(two, 'tls/server.key')), /is not that of/);
  assert.match(await ended('--tls-cert', cert, '--tls-key', cert), /holds no private key/);
  assert.match(await ended('--tls-cert', path.join(one, 'none'), '--tls-key', cert), /cannot be read/);
  const pair = ['--tls-cert', cert, '--tls-key', path.join(one, 'tls/server.key')];
  assert.match(await ended(...pair, '--public-url', 'http://mall.test'), /--public-url must be an https address/);
});
