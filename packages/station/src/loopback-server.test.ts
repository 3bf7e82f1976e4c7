import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { bundle } from './bundle.ts';
import { openLoopbackServer } from './loopback-server.ts';
import { serverProxy } from './server-proxy.ts';

/** A peer in the queue server's place: says what it heard, echoes WebSocket bytes, and refuses to upgrade `?no`. */
async function peer(t: TestContext) {
  const heard: IncomingMessage[] = [];
  const server = createServer(async (asked, response) => {
    heard.push(asked);
    const body = await text(asked).catch(() => 'cut off');
    response.writeHead(201, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify({ path: asked.url, body }));
  });
  server.on('upgrade', (asked, socket) => {
    heard.push(asked);
    socket.on('error', () => socket.destroy());
    if (asked.url?.includes('no')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello ');
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  t.after(close);
  return { url: `http://127.0.0.1:${address.port}`, heard, close };
}

type Answers = Parameters<typeof openLoopbackServer>[0]['bridge'];

const ready: Answers = async () => Response.json('ready');

async function station(t: TestContext, serverUrl: string, bridge = ready, kept: unknown | null = null) {
  const root = await mkdtemp(path.join(tmpdir(), 'screen-'));
  const outside = path.join(path.dirname(root), `${path.basename(root)}-secret.html`);
  t.after(() => Promise.all([rm(root, { recursive: true }), rm(outside, { force: true })]));
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>Kios</title>');
  await writeFile(outside, 'secret');
  await symlink(outside, path.join(root, 'link.html'));
  const never = () => Promise.reject(new Error('not in this test'));
  const server = await openLoopbackServer({
    port: 0,
    home: '/kiosk/',
    rooms: { kiosk: bundle(root), broken: never },
    bridge,
    folders: ['voice'],
    proxy: serverProxy(
      serverUrl,
      () => 'device-token',
      () => kept,
    ),
  });
  t.after(() => server.close());
  return { url: server.url, port: Number(new URL(server.url).port), outside };
}

/** Sends raw bytes and gives back all that came before the other side hung up. */
function raw(port: number, bytes: string, stop: (said: string) => boolean = () => false): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1');
      if (stop(said)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

test('the screen is served with a policy that lets it load only from its own station', async (t) => {
  const { url } = await station(t, 'http://127.0.0.1:9');
  assert.equal((await fetch(url)).url, `${url}/kiosk/`);
  assert.equal((await fetch(`${url}/kiosk`)).url, `${url}/kiosk/`);
  const page = await fetch(`${url}/kiosk/`);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/);
  assert.match(await page.text(), /Kios/);
  assert.equal((await fetch(`${url}/kiosk/nothing.js`)).status, 404);
  assert.equal((await fetch(`${url}/nothing/`)).status, 404);
  assert.equal((await fetch(`${url}/constructor/`)).status, 404);
  assert.equal((await fetch(`${url}/broken/`)).status, 500);
});

test('no path leads out of the screen', async (t) => {
  const { port, outside } = await station(t, 'http://127.0.0.1:9');
  const name = path.basename(outside);
  for (const way of [
    '../',
    '%2e%2e/',
    '..%2f',
    '%2e%2e%2f',
    './../',
    '..\\',
    '%2e%2e%5c',
    '%00/../',
    'assets/../../',
    '',
  ])
    for (const target of [name, 'link.html', '%']) {
      if (way === '' && target === name) continue;
      const said = await raw(
        port,
        `GET /kiosk/${way}${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      );
      assert.match(said, /^HTTP\/1\.1 (400|404) /, `${way}${target}`);
      assert.ok(!said.includes('secret'));
    }
});

test("the page reaches the queue server under its own origin, with the device's token and never knowing it", async (t) => {
  const { url: serverUrl, heard } = await peer(t);
  const { url } = await station(t, serverUrl);
  const answer = await fetch(`${url}/api/v1/tickets?x=1`, {
    method: 'POST',
    body: '{"serviceIds":["a"]}',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k', authorization: 'Bearer mine', origin: url },
  });
  assert.equal(answer.status, 201);
  assert.deepEqual(await answer.json(), { path: '/api/v1/tickets?x=1', body: '{"serviceIds":["a"]}' });
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
  assert.ok(![...answer.headers].flat().join().includes('device-token'));
  const [asked] = heard;
  assert.equal(asked?.headers.authorization, 'Bearer device-token');
  assert.equal(asked?.headers.origin, serverUrl);
  assert.equal(asked?.headers.host, new URL(serverUrl).host);
  assert.equal(asked?.headers['idempotency-key'], 'k');
});

test('while the queue server is away the page is told so at once', async (t) => {
  const { url: serverUrl, close } = await peer(t);
  const { url, port } = await station(t, serverUrl);
  close();
  const answer = await fetch(`${url}/api/v1/catalogue`);
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.match(await answer.text(), /"code":"store.unavailable"/);
  assert.match(await raw(port, upgradeText(port, '/socket.io/?EIO=4')), /^HTTP\/1\.1 503 /);
});

test('a WebSocket goes through both ways, with the token, and a refusal comes back as one', async (t) => {
  const { url: serverUrl, heard } = await peer(t);
  const { port } = await station(t, serverUrl);
  const said = await raw(port, `${upgradeText(port, '/socket.io/?EIO=4')}ping`, (heardSoFar) =>
    heardSoFar.endsWith('hello ping'),
  );
  assert.match(said, /^HTTP\/1\.1 101 .*hello ping$/s);
  assert.equal(heard[0]?.headers.authorization, 'Bearer device-token');
  assert.equal(heard[0]?.headers.origin, serverUrl);
  assert.match(await raw(port, upgradeText(port, '/socket.io/?no')), /^HTTP\/1\.1 401 /);
  assert.match(await raw(port, upgradeText(port, '/elsewhere/')), /^HTTP\/1\.1 404 /);
});

test('only the page of this station may use its token, its bridge and its feed', async (t) => {
  const { url: serverUrl, heard } = await peer(t);
  const { url, port } = await station(t, serverUrl);
  const foreign = { origin: 'http://evil.example' };
  const post = (way: string, headers: Record<string, string>) =>
    fetch(`${url}${way}`, { method: 'POST', body: '{}', headers });
  assert.equal((await post('/bridge/now', foreign)).status, 403);
  assert.equal((await post('/bridge/now', {})).status, 403);
  assert.equal((await post('/api/v1/tickets', foreign)).status, 403);
  assert.equal((await fetch(`${url}/api/v1/catalogue`, { headers: foreign })).status, 403);
  assert.match(await raw(port, upgradeText(port, '/socket.io/', 'http://evil.example')), /^HTTP\/1\.1 403 /);
  const rebound = `GET /api/v1/catalogue HTTP/1.1\r\nHost: evil.example:${port}\r\nConnection: close\r\n\r\n`;
  assert.match(await raw(port, rebound), /^HTTP\/1\.1 403 /);
  assert.equal(heard.length, 0);
  assert.equal(await (await post('/bridge/now', { origin: url })).json(), 'ready');
});

test('a picture on another site’s page reaches neither bridge nor server, and a link there still opens the screen', async (t) => {
  const { url: serverUrl, heard } = await peer(t);
  const { url, port } = await station(t, serverUrl);
  const ask = (way: string, site: string) =>
    raw(port, `GET ${way} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nSec-Fetch-Site: ${site}\r\nConnection: close\r\n\r\n`);
  for (const way of ['/bridge', '/bridge/presses', '/api/v1/catalogue', '/voice/recorded/id'])
    for (const site of ['cross-site', 'same-site'])
      assert.match(await ask(way, site), /^HTTP\/1\.1 403 /, `${way} ${site}`);
  assert.equal(heard.length, 0);
  assert.match(await ask('/', 'cross-site'), /^HTTP\/1\.1 302 /);
  assert.match(await ask('/kiosk/', 'cross-site'), /^HTTP\/1\.1 200 /);
  for (const site of ['same-origin', 'none']) {
    assert.match(await ask('/bridge', site), /^HTTP\/1\.1 200 /);
    assert.match(await ask('/voice/recorded/id', site), /^HTTP\/1\.1 201 /);
  }
  assert.equal((await fetch(`${url}/bridge`)).status, 200, 'a program that is no browser');
});

test('a call that throws, or is longer than any visitor could type, costs that call only', async (t) => {
  const { url } = await station(t, 'http://127.0.0.1:9', async (asked) => {
    if (asked.url.endsWith('/broken')) throw new Error('a bug');
    return Response.json(await asked.json());
  });
  const call = (name: string, body: string) =>
    fetch(`${url}/bridge/${name}`, { method: 'POST', body, headers: { origin: url } });
  assert.equal((await call('broken', '{}')).status, 500);
  assert.equal((await call('echo', `"${'x'.repeat(20_000)}"`)).status, 413);
  assert.equal(await (await call('echo', '"here"')).json(), 'here');
});

test('while the server is away its catalogue comes from the copy that the station kept, and nothing else does', async (t) => {
  const { url } = await station(t, 'http://127.0.0.1:9', ready, { catalogue: 'kept' });
  assert.deepEqual(await (await fetch(`${url}/api/v1/catalogue`)).json(), { catalogue: 'kept' });
  assert.equal((await fetch(`${url}/api/v1/queues`)).status, 503);
  const changed = await fetch(`${url}/api/v1/catalogue`, { method: 'POST', headers: { origin: url } });
  assert.equal(changed.status, 503);
});

test('nothing that is sent to the station ends it', async (t) => {
  const { url: serverUrl } = await peer(t);
  const { url, port } = await station(t, serverUrl);
  const host = `Host: 127.0.0.1:${port}\r\n`;
  for (const garbage of [
    '\x00\x01\x02\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET // HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    `GET /kiosk//%%% HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    `TRACE /kiosk/ HTTP/1.1\r\n${host}Origin: http://127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    `POST /bridge/now HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `GET /kiosk/ HTTP/1.1\r\n${host}X: ${'y'.repeat(40_000)}\r\n\r\n`,
    upgradeText(port, '/socket.io/').replace('Sec-WebSocket-Key: eA==\r\n', ''),
  ])
    await raw(port, garbage, (said) => said.length > 0);
  // Half a request, half a body and an upgrade left alone in the middle: each client is gone before an answer.
  for (const half of [
    'GET /kiosk/ HT',
    `POST /api/v1/tickets HTTP/1.1\r\n${host}Origin: http://127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\nabc`,
    `POST /bridge/now HTTP/1.1\r\n${host}Origin: http://127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\nabc`,
    upgradeText(port, '/socket.io/'),
  ]) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(half);
    socket.resetAndDestroy();
    await once(socket, 'close');
  }
  const asked = request(`${url}/api/v1/x`, { headers: { accept: '*/*' } });
  asked.on('error', () => {});
  asked.end();
  asked.destroy();
  assert.equal((await fetch(`${url}/kiosk/`)).status, 200);
  assert.equal((await fetch(`${url}/api/v1/catalogue`)).status, 201);
});

function upgradeText(port: number, way: string, origin = `http://127.0.0.1:${port}`): string {
  return [
    `GET ${way} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: ${origin}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: eA==',
    '\r\n',
  ].join('\r\n');
}
