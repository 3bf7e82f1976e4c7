import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawClient } from '../../testing/raw-client.ts';
import { acknowledged, fence, ready, slip, twin } from '../../testing/twin.ts';
import { paper80 } from '../profiles.ts';
import type { VirtualPrinter } from './virtual-printer.ts';

const askAll = '\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04';

for (const [what, prepare, answers] of [
  ['that is ready', () => {}, [0x12, 0x12, 0x12, 0x12]],
  ['with little paper', (device: VirtualPrinter) => device.setRoll('low'), [0x12, 0x12, 0x12, 0x1e]],
  ['without paper', (device: VirtualPrinter) => device.setRoll('out'), [0x1a, 0x32, 0x12, 0x7e]],
  ['with an open cover', (device: VirtualPrinter) => device.setCover(true), [0x1a, 0x16, 0x12, 0x12]],
] as const)
  test(`a printer ${what} says so to DLE EOT 1 to 4`, async (t) => {
    const { device } = await twin(t);
    prepare(device);
    const client = await rawClient(t, device);
    client.send(askAll);
    assert.deepEqual(await client.said(4), answers);
  });

test('a question is answered at once, while a job waits for paper', async (t) => {
  const { device } = await twin(t);
  device.setRoll('out');
  const client = await rawClient(t, device);
  client.send(`${slip('AQ012')}${fence('ABCD')}\x10\x04\x04`);
  assert.deepEqual(await client.said(1), [0x7e]);
  assert.equal(device.slips().length, 0);
});

test('GS a has every change told, until a reset or GS a 0', async (t) => {
  const { device } = await twin(t);
  const client = await rawClient(t, device);
  client.send('\x1da\x0f');
  assert.deepEqual(await client.said(4), ready);
  device.setCover(true);
  device.setCover(false);
  device.setRoll('low');
  device.setRoll('out');
  const changes = [[0x38, 0, 0, 0], ready, [0x10, 0, 3, 0], [0x18, 0, 0x0f, 0]];
  assert.deepEqual((await client.said(20)).slice(4), changes.flat());
  device.setRoll('full');
  for (const off of ['\x1b@', '\x1da\0']) {
    client.send(`\x1da\x0f${off}\x1dr\x02`);
    const heard = await client.said((await client.said(24)).length + 5);
    device.setCover(true);
    device.setCover(false);
    client.send('\x1dr\x02');
    assert.equal((await client.said(heard.length + 1)).length, heard.length + 1);
  }
});

test('GS r waits its turn: it tells the paper or the drawer, and nothing while there is no paper', async (t) => {
  const { device } = await twin(t);
  const client = await rawClient(t, device);
  client.send('\x1dr\x01\x1dr2');
  assert.deepEqual(await client.said(2), [0, 0]);
  device.setRoll('low');
  client.send('\x1dr1');
  assert.deepEqual(await client.said(3), [0, 0, 3]);
  device.setRoll('out');
  client.send('\x1dr1\x10\x04\x01');
  assert.deepEqual(await client.said(4), [0, 0, 3, 0x1a]);
  device.setRoll('full');
  assert.deepEqual(await client.said(5), [0, 0, 3, 0x1a, 0]);
});

test('GS I says what the printer is, as a byte or as a text', async (t) => {
  const { device } = await twin(t);
  const client = await rawClient(t, device);
  client.send('\x1dI\x01\x1dI2');
  for (const byte of await client.said(2)) assert.equal(byte & 0x90, 0, 'a byte that passes for another reply');
  client.send('\x1dI\x43');
  const name = `\x5f${paper80.name}\0`;
  assert.equal(String.fromCharCode(...(await client.said(2 + name.length)).slice(2)), name);
});

test('GS ( H gives its id back when what came before it is on paper', async (t) => {
  const { device } = await twin(t);
  const client = await rawClient(t, device);
  client.send(`${slip('AQ012')}${fence('ABCD')}${slip('AQ013')}${fence('EFGH')}`);
  assert.deepEqual(await client.said(22), [...ready, ...acknowledged('ABCD'), ...ready, ...acknowledged('EFGH')]);
  assert.deepEqual(
    device.slips().map(({ text }) => text),
    ['AQ012', 'AQ013'],
  );
});

test('a question that this printer does not know is written down', async (t) => {
  const { device, until } = await twin(t);
  const client = await rawClient(t, device);
  client.send('\x1dr\x09\x1dI\x63\x1d(H\x03\x00\x31\x30\x01\x1dV\0');
  await until(() => device.slips().length === 1);
  assert.deepEqual(device.slips()[0]?.paper.unknown, [
    [0x1d, 0x72, 0x09],
    [0x1d, 0x49, 0x63],
    [0x1d, 0x28, 0x48, 3, 0, 0x31, 0x30, 1],
  ]);
});

test('DLE DC4 opens a drawer that nobody has, empties the buffer, and turns the printer off', async (t) => {
  const { device } = await twin(t);
  device.setRoll('out');
  const client = await rawClient(t, device);
  client.send(`${slip('AQ012')}\x10\x14\x01\x00\x05\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08\x10\x04\x01`);
  assert.deepEqual(await client.said(1), [0x1a]);
  device.setRoll('full');
  assert.equal(device.slips().length, 0);
  client.send('\x10\x14\x02\x01\x08');
  assert.equal(await client.ended, 'reset');
  assert.equal(device.isOn(), false);
});

test('what a printer was set to outlives the cut, and not the plug', async (t) => {
  const { device, until } = await twin(t);
  const client = await rawClient(t, device);
  client.send('\x1dB\x01A\n\x1dV\0B\n\x1dV\0');
  await until(() => device.slips().length === 2);
  device.setPower(false);
  device.setPower(true);
  (await rawClient(t, device)).send('C\n\x1dV\0');
  await until(() => device.slips().length === 3);
  assert.deepEqual(
    device.slips().map(({ paper }) => paper.marks.some((mark) => mark.kind === 'glyph' && mark.inverted)),
    [true, true, false],
  );
});
