import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type DeskLine, openDeskLine } from '@antrean/station';
import { openCallNext } from '../../apps/counter/main/call-next.ts';
import { handClock } from '../../packages/client/testing/hand-clock.ts';
import { until } from '../mall.ts';

const idle = { mayCall: true, present: null, language: 'id' } as const;

function lineFor(newId: () => string = () => crypto.randomUUID()) {
  const clock = handClock();
  return { clock, line: openDeskLine({ clock, newId }) };
}

const post = (line: DeskLine, name: string, body: unknown) =>
  line.room(new Request(`http://station/bridge/${name}`, { method: 'POST', body: JSON.stringify(body) }));

const asEvents = (signal: AbortSignal) =>
  new Request('http://station/bridge/presses', { signal, headers: { accept: 'text/event-stream' } });

/** A page with an open desk, as far as the line sees it. */
async function openDesk(t: TestContext, line: DeskLine, take: (pressId: string) => void) {
  const leave = new AbortController();
  t.after(() => leave.abort());
  const { body } = await line.room(asEvents(leave.signal));
  assert.ok(body);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const found = /^data: (.*)$/m.exec(value)?.[1];
      if (found) take(JSON.parse(found).pressId);
    }
  })();
  await post(line, 'tell', idle);
  return () => leave.abort();
}

test('a press from outside reaches the desk that was opened last, and nobody once it is gone', async (t) => {
  const { line } = lineFor();
  assert.equal(await line.pressNext(), 'absent', 'no page is there');
  await post(line, 'tell', idle);
  assert.equal(line.current(), null, 'a page without an open desk has no say');
  const answer = (isTaken: boolean) => (pressId: string) => void post(line, 'answerPress', { pressId, isTaken });
  await openDesk(t, line, () => assert.fail('the older page was asked'));
  const close = await openDesk(t, line, answer(true));
  assert.deepEqual(line.current(), idle);
  assert.equal(await line.pressNext(), 'taken');
  close();
  assert.equal(line.current(), null);
  assert.equal(await line.pressNext(), 'absent');
  await openDesk(t, line, answer(false));
  assert.equal(await line.pressNext(), 'refused');
});

test('a page that does not answer in two seconds has not pressed, and its late answer changes nothing', async (t) => {
  const { line, clock } = lineFor();
  const sent: string[] = [];
  await openDesk(t, line, (pressId) => sent.push(pressId));
  const press = line.pressNext();
  await until(() => sent.length === 1);
  clock.move(2_000);
  assert.equal(await press, 'absent');
  assert.equal((await post(line, 'answerPress', { pressId: sent[0], isTaken: true })).status, 200);
  assert.equal(clock.armed(), 0);
});

test('a picture that some page loads from the line does not become the desk', async (t) => {
  const { line } = lineFor();
  await openDesk(t, line, (pressId) => void post(line, 'answerPress', { pressId, isTaken: true }));
  const headers = { accept: 'image/avif,image/webp,*/*;q=0.8' };
  const picture = await line.room(new Request('http://station/bridge/presses', { headers }));
  assert.equal(picture.status, 404);
  assert.equal(await line.pressNext(), 'taken');
});

test('what a page tells is checked before it is believed', async () => {
  const { line } = lineFor();
  assert.deepEqual(await (await line.room(new Request('http://station/bridge'))).json(), { kind: 'counter' });
  for (const [name, body] of [
    ['tell', { ...idle, officer: 'Budi' }],
    ['tell', { mayCall: 'yes', present: null, language: 'id' }],
    ['tell', { ...idle, language: 'zh' }],
    ['answerPress', { pressId: 'x', isTaken: true }],
  ] as const)
    assert.equal((await post(line, name, body)).status, 400, JSON.stringify(body));
  assert.equal((await post(line, 'takeNumber', {})).status, 404, "a kiosk's call");
});

test('one press is under way at a time; who was called is told, and where nobody was the page comes up', async (t) => {
  const { line, clock } = lineFor();
  const told: (string | null)[] = [];
  const callNext = openCallNext({
    desk: line,
    clock,
    onCalled: (number) => told.push(number),
    onNot: () => told.push(null),
  });
  await callNext();
  assert.deepEqual(told, [null], 'no desk is open');

  let presses = 0;
  await openDesk(t, line, async (pressId) => {
    presses += 1;
    await post(line, 'answerPress', { pressId, isTaken: true });
    if (presses === 1) await post(line, 'tell', { ...idle, mayCall: false, present: 'BQ012' });
  });
  await Promise.all([callNext(), callNext(), callNext()]);
  assert.deepEqual([presses, told], [1, [null, 'BQ012']]);

  const unanswered = callNext();
  await until(() => presses === 2);
  await until(() => clock.armed() > 0);
  await new Promise(setImmediate);
  clock.move(5_000);
  await unanswered;
  assert.deepEqual(told, [null, 'BQ012', null], 'the server did not answer, and the page says so');
});

test('a press that fails by a bug does not leave the keys dead', async (t) => {
  let fails = true;
  const { line, clock } = lineFor(() => {
    if (fails) throw new Error('a bug');
    return crypto.randomUUID();
  });
  let wasBroughtUp = 0;
  const callNext = openCallNext({
    desk: line,
    clock,
    onCalled: () => assert.fail('nobody was called'),
    onNot: () => {
      wasBroughtUp += 1;
    },
  });
  await openDesk(t, line, (pressId) => void post(line, 'answerPress', { pressId, isTaken: false }));
  await assert.rejects(callNext(), /a bug/);
  fails = false;
  await callNext();
  assert.equal(wasBroughtUp, 1);
});
