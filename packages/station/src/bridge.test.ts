import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type TestContext, test } from 'node:test';
import { isInsideStation } from './bridge.ts';

/** What a page hears that is loaded from a server which answers like this; the page's patience is cut to a moment. */
async function pageAt(t: TestContext, answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  t.after(() => server.close().closeAllConnections());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  let pauses = 0;
  const get: typeof fetch = (way, init) =>
    fetch(`http://127.0.0.1:${address.port}${way}`, { ...init, signal: AbortSignal.timeout(100) });
  const pause = async () => {
    pauses += 1;
  };
  return { isInside: () => isInsideStation('counter', get, pause), pauses: () => pauses };
}

test('a station that is slow when the page loads is asked again, and not taken for a browser', async (t) => {
  let asked = 0;
  const { isInside, pauses } = await pageAt(t, (request, response) => {
    asked += 1;
    if (asked === 1) return;
    if (asked === 2) request.socket.destroy();
    else response.end('{"kind":"counter"}');
  });
  assert.equal(await isInside(), true);
  assert.equal(pauses(), 2);
});

for (const [what, status, body] of [
  ['no such path', 404, '{"code":"request.unknown"}'],
  ['a page', 200, '<!doctype html>'],
  ['another kind of station', 200, '{"kind":"kiosk"}'],
  ['nothing that it knows', 200, 'null'],
] as const)
  test(`a page that hears of ${what} stands in a browser, and is not kept waiting`, async (t) => {
    const { isInside, pauses } = await pageAt(t, (_, response) => response.writeHead(status).end(body));
    assert.deepEqual([await isInside(), pauses()], [false, 0]);
  });
