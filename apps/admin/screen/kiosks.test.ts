import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StationReport, StationsAnswer } from '@antrean/protocol';
import { kioskRows } from './kiosks.ts';

type Printer = NonNullable<StationReport['printer']>;
type Journal = NonNullable<StationReport['journal']>;

const now = Date.parse('2026-11-24T02:41:00Z');
const station = (name: string, printer: Partial<Printer> | null = {}, journal: Partial<Journal> = {}, seenAt = now) =>
  ({
    deviceId: name,
    name,
    role: 'kiosk',
    seenAt,
    report: {
      version: '1',
      printer: printer && { state: 'ready', since: 1, profile: 'p', confirms: true, slipsLeft: null, ...printer },
      journal: { freeNumbers: 12, unreported: 0, refused: 0, ...journal },
    },
    voice: null,
  }) as const satisfies StationsAnswer['stations'][number];
const row = (...of: Parameters<typeof station>) => kioskRows([station(...of)], now)[0];

test('a kiosk in order says so in one line, with its reserve', () => {
  assert.deepEqual(row('A'), {
    id: 'A',
    name: 'A',
    urgency: 'fine',
    findings: [{ urgency: 'fine', about: 'printer', state: 'ready' }],
    reserve: 12,
    seenAt: now,
  });
});

test('a printer from which no slip can come is urgent, whatever its fault', () => {
  for (const state of ['cover', 'paperOut', 'error', 'offline', 'silent', 'unreachable'] as const)
    assert.deepEqual(row('A', { state })?.findings, [{ urgency: 'alert', about: 'printer', state }]);
  assert.deepEqual(row('A', null)?.findings, [{ urgency: 'alert', about: 'noPrinter' }]);
});

test('a roll near its end is named with the slips that are left, where that is known', () => {
  const state = 'nearEnd';
  assert.deepEqual(row('A', { state, slipsLeft: 40 })?.findings, [{ urgency: 'warn', about: 'nearEndIn', count: 40 }]);
  assert.deepEqual(row('A', { state })?.findings, [{ urgency: 'warn', about: 'printer', state }]);
});

test('a printer that cannot confirm says so while it works, and not on top of a fault', () => {
  const about = (printer: Partial<Printer>) => row('A', printer)?.findings.map((finding) => finding.about);
  assert.deepEqual(about({ confirms: false }), ['cannotConfirm', 'printer']);
  assert.deepEqual(about({ confirms: false, state: 'cover' }), ['printer']);
});

test('numbers that the server refused come before what is less urgent', () => {
  const found = row('A', {}, { freeNumbers: 0, unreported: 3, refused: 1 });
  assert.equal(found?.urgency, 'alert');
  assert.deepEqual(
    found?.findings.map(({ about }) => about),
    ['refused', 'noReserve', 'unreported', 'printer'],
  );
});

test('a kiosk that is silent for half a minute is gone; one that never told waits to be switched on', () => {
  assert.equal(row('A', {}, {}, now - 30_000)?.urgency, 'fine');
  assert.deepEqual(row('A', {}, {}, now - 30_001)?.findings, [{ urgency: 'alert', about: 'gone' }]);
  const never = kioskRows([{ ...station('A'), seenAt: null, report: null }], now)[0];
  assert.deepEqual([never?.findings, never?.reserve], [[{ urgency: 'warn', about: 'neverTold' }], null]);
});

test('the kiosk that needs somebody stands first, and no other station is listed', () => {
  const display = { ...station('TV'), role: 'display' } as const;
  const rows = kioskRows(
    [station('B'), display, station('C', { state: 'cover' }), station('A', { state: 'nearEnd' })],
    now,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['C', 'A', 'B'],
  );
});
