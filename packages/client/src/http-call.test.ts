import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handClock } from '../testing/hand-clock.ts';
import { giveOver, newKey } from './give-command.ts';
import { type Fetch, openHttp } from './http-call.ts';

type Reply = { readonly status: number; readonly body: string } | 'refused' | 'silent';
const problem = (status: number, code: string, more = {}): Reply => ({
  status,
  body: JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }),
});
const ok = (value: object): Reply => ({ status: 200, body: JSON.stringify(value) });

/** A server that answers as told, in turn; when told nothing more it repeats the last. */
function setUp(...replies: readonly Reply[]) {
  const clock = handClock();
  const asked: { url: string; headers: Record<string, string>; body: string | undefined }[] = [];
  const fetch: Fetch = (url, { headers, body, signal }) => {
    const reply = replies[Math.min(asked.length, replies.length - 1)] ?? 'silent';
    asked.push({ url, headers, body });
    if (reply === 'refused') return Promise.reject(new TypeError('fetch failed'));
    if (reply === 'silent')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return Promise.resolve({ status: reply.status, text: async () => reply.body });
  };
  const http = openHttp({ url: 'http://mall', giveUpMs: 8_000, clock, fetch, random: () => 0.5 });
  const { give } = giveOver(http, () => ({ authorization: 'Bearer t' }), 2_000);
  // Promises settle between two moves of the clock.
  const settled = async <T>(promise: Promise<T>): Promise<{ value: T; took: number }> => {
    const start = clock.now();
    let done: { value: T; took: number } | null = null;
    void promise.then((value) => {
      done = { value, took: clock.now() - start };
    });
    for (let step = 0; step < 1_000 && !done; step += 1) {
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      if (!done) clock.move(25);
    }
    return done ?? assert.fail('never settled');
  };
  return { clock, asked, give, http, settled };
}

test('a command goes to its path with its key and the station’s token', async () => {
  const { give, asked, settled } = setUp(ok({ ticket: null, reason: null }));
  const { value } = await settled(give('call-next', { counterId: 'c/1' }, {}, 'key-1'));
  assert.deepEqual(value, { ok: true, value: { ticket: null, reason: null } });
  assert.deepEqual(asked, [
    {
      url: 'http://mall/api/v1/counters/c%2F1/call-next',
      headers: { authorization: 'Bearer t', 'idempotency-key': 'key-1', 'content-type': 'application/json' },
      body: '{}',
    },
  ]);
});

test('a press whose answer was lost is repeated with the same key until the server answers', async () => {
  const { give, asked, settled } = setUp('refused', 'silent', problem(503, 'store.unavailable'), ok({}));
  const { value } = await settled(give('end-pause', { pauseId: 'p' }, {}));
  assert.deepEqual(value, { ok: true, value: {} });
  assert.equal(asked.length, 4);
  assert.equal(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size, 1);
});

test('two presses have two keys', async () => {
  const { give, asked, settled } = setUp(ok({}));
  await settled(give('end-pause', { pauseId: 'p' }, {}));
  await settled(give('end-pause', { pauseId: 'p' }, {}));
  assert.notEqual(asked[0]?.headers['idempotency-key'], asked[1]?.headers['idempotency-key']);
  assert.match(newKey(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a refusal is an answer: not repeated, with its code, field and values', async () => {
  const { give, asked, settled } = setUp(problem(409, 'counter.busy', { values: { ticketId: 't' } }));
  const { value } = await settled(give('call-next', { counterId: 'c' }, {}));
  assert.deepEqual(value, { ok: false, error: { code: 'counter.busy', values: { ticketId: 't' } } });
  assert.equal(asked.length, 1);
});

test('without any answer the station says so within its deadline', async () => {
  for (const reply of ['refused', 'silent', { status: 200, body: '<html>Welcome to the café</html>' }] as const) {
    const { give, asked, settled } = setUp(reply);
    const { value, took } = await settled(give('call-next', { counterId: 'c' }, {}));
    assert.deepEqual(value, { ok: false, error: { code: 'link.down' } });
    assert.ok(took > 6_000 && took <= 8_000, `${took} ms`);
    assert.ok(asked.length >= 4, `${asked.length} attempts`);
  }
});

test('a refusal that this build does not know is a failure and is not repeated', async () => {
  const { give, asked, settled } = setUp(problem(409, 'moon.full'));
  const { value } = await settled(give('call-next', { counterId: 'c' }, {}));
  assert.deepEqual(value, { ok: false, error: { code: 'server.failed' } });
  assert.equal(asked.length, 1);
});

test('closing ends what is under way and leaves no timer', async () => {
  for (const reply of ['refused', 'silent'] as const) {
    const { give, http, clock } = setUp(reply);
    const given = give('call-next', { counterId: 'c' }, {});
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    http.close();
    assert.deepEqual(await given, { ok: false, error: { code: 'link.down' } });
    assert.equal(clock.armed(), 0);
  }
});
