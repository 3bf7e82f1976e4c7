import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kioskView } from '@antrean/domain';
import { type CommandName, languageOf, sentenceFor } from '@antrean/protocol';
import { type Answer, give, type Mall, openMall, read, signIn, signInBoard, until } from '../mall.ts';

let mall: Mall;
let board: Awaited<ReturnType<typeof signInBoard>>;
before(async () => {
  mall = await openMall();
  board = await signInBoard(mall);
});
after(() => mall.close());

const take = (serviceId: string): Promise<Answer> =>
  give(mall.url, { token: mall.demo.kioskToken }, 'issue', {}, { serviceIds: [serviceId] });
const open = async (counterId: string) => {
  const desk = await signIn(mall, counterId);
  await give(mall.url, desk, 'open', { counterId }, {});
  return desk;
};
const idOf = ({ body }: Answer) => (body as unknown as { readonly ticket: { readonly id: string } }).ticket.id;

test('[A1] an officer gives no command of a supervisor, and a supervisor none of an officer', async () => {
  const desk = await open('counter-1');
  const supervisors: readonly (readonly [CommandName, object, object])[] = [
    ['release-counter', { counterId: 'counter-1' }, { reason: 'left' }],
    ['assign-counter', { counterId: 'counter-1' }, { agencyIds: null }],
    [
      'hand-over-counter',
      { counterId: 'counter-1' },
      { toCounterId: 'counter-2', agencyIds: ['DKC'], reason: 'staff' },
    ],
    ['set-quota', { serviceId: 'DKC-01' }, { quota: 1 }],
    ['close-ticketing', {}, {}],
    ['open-ticketing', {}, {}],
    ['post-notice', {}, { text: 'a', textEn: 'a', zoneId: null, until: null }],
    ['withdraw-notice', { noticeId: 'n' }, {}],
    ['change-track', { counterId: 'counter-1' }, { track: 'long', reason: 'crowd' }],
    ['start-pause', {}, { agencyId: null, reason: 'meeting' }],
    ['close-day', {}, {}],
  ];
  const officers: readonly (readonly [CommandName, object, object])[] = [
    ['undo', { counterId: 'counter-1' }, {}],
    ['call-next', { counterId: 'counter-1' }, {}],
    ['call', { counterId: 'counter-1' }, { ticketId: 't', why: 'frail' }],
    ['note', { ticketId: 't' }, { text: 'a' }],
    ['close', { counterId: 'counter-1' }, {}],
    ['start', { ticketId: 't' }, {}],
  ];
  await until(() => mall.server.hall().counters['counter-1']?.state === 'open');
  const seq = mall.server.hall().seq;
  for (const [who, commands] of [
    [desk, supervisors],
    [board, officers],
  ] as const)
    for (const [name, params, body] of commands) {
      const answer = await give(mall.url, who, name, params as never, body);
      assert.deepEqual([answer.status, answer.body.code], [403, 'access.denied'], name);
    }
  assert.equal(mall.server.hall().seq, seq);
  assert.equal((await read(mall.url, desk, '/day/oddities')).status, 403);
  assert.equal((await read(mall.url, { token: mall.demo.board.token }, '/day/oddities')).body.code, 'access.expired');
});

test('[C8] a supervisor frees a counter whose officer has gone, and the visitor is called at another', async () => {
  await take('DKC-01');
  const gone = await open('counter-1');
  const ticketId = idOf(await give(mall.url, gone, 'call-next', { counterId: 'counter-1' }, {}));
  const freed = await give(mall.url, board, 'release-counter', { counterId: 'counter-1' }, { reason: 'left' });
  assert.equal(freed.status, 200);
  assert.equal((freed.body.counter as { readonly state: string }).state, 'closed');
  const other = await open('counter-2');
  assert.equal(idOf(await give(mall.url, other, 'call-next', { counterId: 'counter-2' }, {})), ticketId);
  assert.equal((await give(mall.url, gone, 'start', { ticketId }, {})).body.code, 'ticket.notYours');
});

test('[Q3] a quota that is changed for today closes the service at every kiosk', async () => {
  const offer = () => {
    const view = kioskView(mall.server.hall(), mall.server.catalogue(), mall.clock.at);
    return view.agencies.flatMap(({ offers }) => offers).find(({ service }) => service.id === 'DKC-03');
  };
  assert.equal((await take('DKC-03')).status, 201);
  assert.equal((await give(mall.url, board, 'set-quota', { serviceId: 'DKC-03' }, { quota: 1 })).status, 200);
  assert.deepEqual([(await take('DKC-03')).status, offer()?.open], [409, false]);
  assert.equal((await give(mall.url, board, 'set-quota', { serviceId: 'DKC-03' }, { quota: null })).status, 200);
  assert.deepEqual([(await take('DKC-03')).status, offer()?.open], [201, true]);
});

test('[D8] closed ticketing refuses with a reason that the kiosk can show, until it is opened', async () => {
  assert.equal((await give(mall.url, board, 'close-ticketing', {}, {})).status, 200);
  const { status, body } = await take('DKC-01');
  assert.deepEqual([status, body.code], [409, 'site.ticketing']);
  assert.equal((body.values as { readonly why: string }).why, 'closedByHand');
  assert.equal(body.detail, sentenceFor(languageOf(undefined), 'site.ticketing'));
  assert.equal((await give(mall.url, board, 'open-ticketing', {}, {})).status, 200);
  assert.equal((await take('DKC-01')).status, 201);
});

test('[V7] a message stands in the hall until its time', async () => {
  const endsAt = mall.clock.at + 60_000;
  const notice = { text: 'Tes alarm pukul 10.00', textEn: 'Alarm test at 10.00', zoneId: null, until: endsAt };
  const posted = await give(mall.url, board, 'post-notice', {}, notice);
  assert.equal(posted.status, 201);
  const stands = () => Object.keys(mall.server.hall().notices);
  await until(() => stands().length > 0);
  assert.deepEqual(stands(), [posted.body.noticeId]);
  mall.clock.at = endsAt;
  await mall.server.settle();
  await until(() => stands().length === 0);
});

test('[V10] the day’s oddities name the visitor’s number and the officer who decided', async () => {
  await give(mall.url, board, 'set-quota', { serviceId: 'DKC-04' }, { quota: 7 });
  const { status, body } = await read(mall.url, board, '/day/oddities');
  assert.equal(status, 200);
  const acts = body.acts as { readonly type: string; readonly officer: string; readonly values: object }[];
  const last = acts.at(-1);
  assert.deepEqual(
    [last?.type, last?.officer, last?.values],
    ['quota.changed', 'Pengawas', { serviceId: 'DKC-04', quota: 7 }],
  );
  assert.ok(acts.some(({ type }) => type === 'ticket.released'));
  assert.ok(acts.some(({ type }) => type === 'ticketing.closed'));
});

test('a supervisor is told who is behind an officer’s id, and the feed and the other pages are not', async () => {
  const desk = await open('counter-3');
  await until(() => mall.server.hall().counters['counter-3']?.state === 'open');
  const counter = mall.server.hall().counters['counter-3'];
  assert.ok(counter && counter.state === 'open');
  const { status, body } = await read(mall.url, board, '/officers');
  assert.equal(status, 200);
  const officers = body.officers as { readonly id: string; readonly name: string }[];
  assert.deepEqual(
    officers.filter(({ id }) => id === counter.officerId),
    [{ id: counter.officerId, name: 'Petugas 3' }],
  );
  assert.equal((await read(mall.url, desk, '/officers')).body.code, 'access.denied');
  assert.equal((await read(mall.url, { token: mall.demo.board.token }, '/officers')).body.code, 'access.expired');
  const told = JSON.stringify([
    mall.server.hall(),
    await read(mall.url, { token: mall.demo.displayToken }, '/events?after=0&limit=1000'),
    await read(mall.url, { token: mall.demo.displayToken }, '/counters'),
  ]);
  assert.ok(told.includes(counter.officerId));
  assert.ok(!told.includes('Petugas 3'));
});

test('[C7] a counter of another agency helps out for today, and says so in the hall', async () => {
  const assigned = await give(mall.url, board, 'assign-counter', { counterId: 'counter-7' }, { agencyIds: ['DKC'] });
  assert.equal(assigned.status, 200, JSON.stringify(assigned.body));
  assert.deepEqual((assigned.body.counter as { readonly agencyIds: unknown }).agencyIds, ['DKC']);
  await until(() => mall.server.hall().counters['counter-7']?.agencyIds?.[0] === 'DKC');
  const strange = await give(mall.url, board, 'assign-counter', { counterId: 'counter-7' }, { agencyIds: ['none'] });
  assert.deepEqual([strange.status, strange.body.code], [404, 'agency.unknown']);
});
