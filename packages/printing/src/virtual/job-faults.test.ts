import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handTimers } from '../../testing/hand-timers.ts';
import { rawClient } from '../../testing/raw-client.ts';
import { acknowledged, fence, ready, slip, twin } from '../../testing/twin.ts';
import type { Fault } from './faults.ts';
import type { VirtualPrinter } from './virtual-printer.ts';

const half = '\x1b@\x1da\x0fAQ0';
const rest = `12\n\x1dV\0${fence('ABCD')}`;
const texts = (device: VirtualPrinter) => device.slips().map(({ text }) => text);

for (const [kind, how] of [
  ['resets', 'reset'],
  ['hangsUp', 'end'],
  ['losesPower', 'end'],
] as const)
  test(`a printer that ${kind} ends the connection in the middle of a job`, async (t) => {
    const { device } = await twin(t);
    device.setFault({ kind, bytes: half.length });
    const client = await rawClient(t, device);
    client.send(half + rest);
    assert.equal(await client.ended, how);
    assert.equal(device.slips().length, 0);
    const next = await rawClient(t, device);
    next.send(`\n\x1dV\0${fence('EFGH')}`);
    await next.said(7);
    // With the power goes what was in the buffer; a connection that ends leaves it there.
    assert.deepEqual(texts(device), [kind === 'losesPower' ? '' : 'AQ0']);
  });

for (const [kind, stopped, mend] of [
  ['paperEnds', [0x18, 0, 0x0f, 0], (device: VirtualPrinter) => device.setRoll('full')],
  ['coverOpens', [0x38, 0, 0, 0], (device: VirtualPrinter) => device.setCover(false)],
] as const) {
  test(`a printer whose ${kind} in the middle of a job says so and prints the rest once that is mended`, async (t) => {
    const { device } = await twin(t);
    device.setFault({ kind, bytes: half.length });
    const client = await rawClient(t, device);
    client.send(half + rest);
    assert.deepEqual(await client.said(8), [...ready, ...stopped]);
    assert.equal(device.slips().length, 0);
    mend(device);
    assert.deepEqual((await client.said(19)).slice(8), [...ready, ...acknowledged('ABCD')]);
    assert.deepEqual(texts(device), ['AQ012']);
  });

  test(`nothing comes out after ${kind} when the printer was told in real time to give it up`, async (t) => {
    const { device } = await twin(t);
    device.setFault({ kind, bytes: half.length });
    const client = await rawClient(t, device);
    client.send(half + rest);
    await client.said(8);
    client.send(`\x10\x05\x02\x18${slip('AQ013')}${fence('EFGH')}`);
    client.send('\x10\x04\x01');
    assert.deepEqual((await client.said(9)).slice(8), [0x1a]);
    mend(device);
    await client.said(9 + 11);
    assert.deepEqual(texts(device), ['AQ013']);
  });
}

test('a clean start that waits in the buffer clears nothing: the ghost comes out before it', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'paperEnds', bytes: half.length });
  const client = await rawClient(t, device);
  client.send(`${half}${rest}\x18${slip('AQ013')}${fence('EFGH')}`);
  await client.said(8);
  device.setRoll('full');
  await client.said(8 + 4 + 7 + 4 + 7);
  assert.deepEqual(texts(device), ['AQ012', 'AQ013']);
});

test('a printer that stalls answers questions and prints nothing until the fault is lifted', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'stalls', bytes: half.length });
  const client = await rawClient(t, device);
  client.send(`${half}${rest}\x10\x04\x01`);
  assert.deepEqual(await client.said(1), [0x12]);
  assert.equal(device.slips().length, 0);
  device.setFault(null);
  await client.said(12);
  assert.deepEqual(texts(device), ['AQ012']);
});

for (const [kind, stopped] of [
  ['paperEndsAfterCut', [0x18, 0, 0x0f, 0]],
  ['coverOpensAfterCut', [0x38, 0, 0, 0]],
] as const)
  test(`with ${kind} the slip lies there and the printer does not say that it is done`, async (t) => {
    const { device } = await twin(t);
    device.setFault({ kind });
    const client = await rawClient(t, device);
    client.send(half + rest);
    assert.deepEqual(await client.said(8), [...ready, ...stopped]);
    client.send('\x10\x04\x01');
    assert.deepEqual((await client.said(9)).slice(8), [0x1a]);
    assert.deepEqual(texts(device), ['AQ012']);
  });

for (const [recover, came] of [
  ['\x10\x05\x01', ['AQ012']],
  ['\x10\x05\x02', []],
] as const)
  test(`a knife that sticks is an error until DLE ENQ ${recover.charCodeAt(2)}, which lets ${came.length} slips fall`, async (t) => {
    const { device } = await twin(t);
    device.setFault({ kind: 'cutterJams' });
    const client = await rawClient(t, device);
    client.send(half + rest);
    assert.deepEqual(await client.said(8), [...ready, 0x18, 0x08, 0, 0]);
    assert.ok(device.isJammed());
    client.send('\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04');
    assert.deepEqual((await client.said(12)).slice(8), [0x1a, 0x52, 0x1a, 0x12]);
    assert.equal(device.slips().length, 0);
    client.send(`${recover}\x10\x04\x03`);
    const heard = await client.said(came.length > 0 ? 24 : 13);
    assert.ok(heard.includes(0x12) && !device.isJammed());
    assert.deepEqual(texts(device), came);
  });

test('somebody who frees the knife lets the slip fall', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'cutterJams' });
  const client = await rawClient(t, device);
  client.send(half + rest);
  await client.said(8);
  device.setFault(null);
  assert.deepEqual((await client.said(19)).slice(8), [...ready, ...acknowledged('ABCD')]);
  assert.deepEqual(texts(device), ['AQ012']);
});

test('a cover that flaps is reported each time, before the printer is done', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'flaps', times: 3 });
  const client = await rawClient(t, device);
  client.send(half + rest);
  const flap = [0x38, 0, 0, 0, ...ready];
  assert.deepEqual(await client.said(35), [...ready, ...flap, ...flap, ...flap, ...acknowledged('ABCD')]);
});

test('a roll runs low after as many slips as were said', async (t) => {
  const { device } = await twin(t);
  device.setFault({ kind: 'runsLow', slips: 2 });
  const client = await rawClient(t, device);
  client.send(half + rest);
  await client.said(11);
  assert.equal(device.roll(), 'full');
  client.send(half + rest);
  assert.deepEqual((await client.said(26)).slice(11), [...ready, 0x10, 0, 3, 0, ...acknowledged('ABCD')]);
  assert.equal(device.roll(), 'low');
});

const ack = acknowledged('ABCD');
for (const [fault, heard] of [
  [{ kind: 'neverAcknowledges' }, []],
  [{ kind: 'acknowledgesAnother' }, acknowledged('ZZZZ')],
  [{ kind: 'acknowledgesLate' }, []],
  [{ kind: 'acknowledgesInPieces' }, ack],
  [{ kind: 'chatters' }, [...ready, ...ack, ...ready]],
  [{ kind: 'straysStatus' }, [0x12, ...ack]],
  [{ kind: 'interruptsItself' }, [0x10, 0x13, 0, 0x11, 0, 0, ...ack]],
] as const satisfies readonly (readonly [Fault, readonly number[]])[])
  test(`a printer that ${fault.kind} says just that about a slip that came out`, async (t) => {
    const { device } = await twin(t);
    const client = await rawClient(t, device);
    client.send(half);
    await client.said(4);
    device.setFault(fault);
    client.send(rest);
    // The answer to a question that follows shows that nothing else was said before it.
    await client.said(4 + heard.length);
    client.send('\x10\x04\x04');
    assert.deepEqual((await client.said(5 + heard.length)).slice(4), [...heard, 0x12]);
    assert.deepEqual(texts(device), ['AQ012']);
    device.acknowledge();
    if (fault.kind === 'acknowledgesLate') assert.deepEqual((await client.said(12)).slice(5), ack);
  });

test('a printer that acknowledges after a time does so after that time', async (t) => {
  const timers = handTimers();
  const { device } = await twin(t, { timers });
  device.setFault({ kind: 'acknowledgesAfter', milliseconds: 9_000 });
  const client = await rawClient(t, device);
  client.send(half + rest);
  assert.deepEqual(await client.said(4), ready);
  await timers.fire((ms) => ms === 9_000);
  assert.deepEqual((await client.said(11)).slice(4), ack);
});
