import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sentenceFor } from '@antrean/protocol';
import { give, type Mall, type Officer, openMall, signIn } from '../mall.ts';

let mall: Mall;
let desk: Officer;
before(async () => {
  mall = await openMall();
  desk = await signIn(mall, 'counter-1');
  await give(mall.url, desk, 'open', { counterId: 'counter-1' }, {});
});
after(() => mall.close());

const kiosk = () => ({ token: mall.demo.kioskToken });
/** The log's end as stored, not as heard. */
const settledHead = async () => {
  const answer = await fetch(`${mall.url}/api/v1/events?after=0&limit=1000`, {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  return ((await answer.json()) as { events: readonly { seq: number }[] }).events.at(-1)?.seq;
};

/** The answer is refused with this code, worded, and nothing is stored. */
async function refused(answer: ReturnType<typeof give>, status: number, code: string, field?: string) {
  const before = await settledHead();
  const { status: got, body } = await answer;
  assert.deepEqual([got, body.code], [status, code], JSON.stringify(body));
  assert.equal(body.detail, sentenceFor('id', code));
  if (field !== undefined) assert.equal(body.field, field);
  assert.equal(await settledHead(), before);
}

describe('bad input gets a coded, worded answer and leaves no trace', () => {
  test('a service that the mall does not have', () =>
    refused(give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['NOPE-1'] }), 404, 'service.unknown'));
  test('a body with a wrong type', () =>
    refused(give(mall.url, kiosk(), 'issue', {}, { serviceIds: 'DKC-01' }), 400, 'request.invalid', 'serviceIds'));
  test('a body with an unknown field', () =>
    refused(
      give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'], nik: '35' }),
      400,
      'request.invalid',
      'nik',
    ));
  test('a body that lacks a field', () =>
    refused(give(mall.url, kiosk(), 'issue', {}, {}), 400, 'request.invalid', 'serviceIds'));
  test('a key that is none', () =>
    refused(
      give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] }, 'again'),
      400,
      'request.invalid',
      'idempotency-key',
    ));
  test('a priority that the mall does not know', () =>
    refused(
      give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'], priorityClass: 'vip' }),
      400,
      'priority.unknown',
    ));
  test('a ticket that nobody has', () =>
    refused(give(mall.url, desk, 'start', { ticketId: 'nobody' }, {}), 404, 'ticket.unknown'));
  test('a counter that is not there', () =>
    refused(give(mall.url, desk, 'call-next', { counterId: 'counter-999' }, {}), 404, 'counter.unknown'));
  test('a counter that is somebody else’s', () =>
    refused(give(mall.url, desk, 'call-next', { counterId: 'counter-2' }, {}), 403, 'access.denied'));
  test('a device that nobody enrolled', () =>
    refused(give(mall.url, { token: 'x'.repeat(43) }, 'issue', {}, { serviceIds: ['DKC-01'] }), 401, 'access.expired'));
  test('a kiosk that wants to call', () =>
    refused(give(mall.url, kiosk(), 'call-next', { counterId: 'counter-1' }, {}), 403, 'access.denied'));
  test('a display that wants a number', () =>
    refused(
      give(mall.url, { token: mall.demo.displayToken }, 'issue', {}, { serviceIds: ['DKC-01'] }),
      403,
      'access.denied',
    ));
  test('a counter without an officer', () =>
    refused(give(mall.url, { token: desk.token }, 'call-next', { counterId: 'counter-1' }, {}), 403, 'access.denied'));

  for (const segment of ['%ff', '%', 'a'.repeat(200)])
    test(`an address that cannot be read, ${segment.slice(0, 8)}, is answered like everything else`, async () => {
      const answer = await fetch(`${mall.url}/api/v1/tickets/${segment}`);
      const { code } = (await answer.json()) as { readonly code: string };
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(code, 'request.invalid');
    });

  test('a step from the wrong state, with the state in the answer', async () => {
    const { body } = await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] });
    const ticketId = (body.tickets as { id: string }[])[0]?.id ?? '';
    await refused(give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' }), 409, 'ticket.state');
    const { body: problem } = await give(mall.url, desk, 'finish', { ticketId }, { outcome: 'done' });
    assert.deepEqual(problem.values, { state: 'waiting' });
  });

  test('a body that is no JSON, one that is too large, an address that is not there', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${mall.url}/api/v1/tickets`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${mall.demo.kioskToken}`,
          'content-type': type,
          'idempotency-key': crypto.randomUUID(),
        },
        body,
      });
    const codes = await Promise.all(
      [
        post('{"serviceIds":'),
        post('<a/>', 'text/xml'),
        post(JSON.stringify({ serviceIds: ['x'.repeat(70_000)] })),
        fetch(`${mall.url}/api/v1/nothing`),
      ].map(async (response) => ((await (await response).json()) as { code: string }).code),
    );
    assert.deepEqual(codes, ['request.invalid', 'request.invalid', 'request.tooLarge', 'request.unknown']);
  });

  test('a page of another site', async () => {
    const answer = await fetch(`${mall.url}/api/v1/demo`, { headers: { origin: 'http://evil.example' } });
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, 'access.denied']);
  });
});

test('[I7] the same key twice takes effect once; with another payload it is refused', async () => {
  const key = crypto.randomUUID();
  const first = await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] }, key);
  const again = await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] }, key);
  assert.deepEqual(again, first);
  const body = { serviceIds: ['DKC-01'], language: 'en', priorityClass: null };
  const swapped = { priorityClass: null, language: 'en', serviceIds: ['DKC-01'] };
  const other = crypto.randomUUID();
  const one = await give(mall.url, kiosk(), 'issue', {}, body, other);
  assert.deepEqual(await give(mall.url, kiosk(), 'issue', {}, swapped, other), one, 'the order of fields says nothing');
  await refused(give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-02'] }, key), 409, 'command.mismatch');
});

test('[I1] sixty-four presses at once get sixty-four numbers without a gap', async () => {
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['JKN-01'] })),
  );
  const numbers = answers
    .map(({ body }) => Number((body.visit as { number: string }).number.slice(2)))
    .sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 64 }, (_, n) => n + 1),
  );
});

test('[I5] two officers who press at once get two visitors', async () => {
  const other = await signIn(mall, 'counter-2');
  await give(mall.url, other, 'open', { counterId: 'counter-2' }, {});
  for (let visitor = 0; visitor < 2; visitor += 1)
    await give(mall.url, kiosk(), 'issue', {}, { serviceIds: ['DKC-01'] });
  const answers = await Promise.all([
    give(mall.url, desk, 'call-next', { counterId: 'counter-1' }, {}),
    give(mall.url, other, 'call-next', { counterId: 'counter-2' }, {}),
  ]);
  const [one, two] = answers.map(({ body }) => (body.ticket as { id: string }).id);
  assert.notEqual(one, two);
});

test('a wrong PIN is refused without saying what was wrong, and after five tries one must wait', async () => {
  const tryPin = (officer: string) =>
    fetch(`${mall.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${mall.demo.counters[4]?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ officer, pin: '999999x' }),
    }).then(async (response) => ((await response.json()) as { code: string }).code);
  assert.equal(await tryPin('nobody-of-that-name'), 'access.pin');
  const officer = mall.demo.counters[4]?.officer ?? '';
  for (let attempt = 0; attempt < 5; attempt += 1) assert.equal(await tryPin(officer), 'access.pin');
  assert.equal(await tryPin(officer), 'access.wait');
});

test('wrong PINs all at once are counted one by one', async () => {
  const desk = mall.demo.counters[5];
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const response = await fetch(`${mall.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${desk?.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ officer: desk?.officer, pin: '999999x' }),
      });
      return ((await response.json()) as { code: string }).code;
    }),
  );
  assert.equal(answers.filter((code) => code === 'access.pin').length, 5);
});
