import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Catalogue, PeriodReader } from '@antrean/domain';
import { reportCsv } from './report-csv.ts';

const nothing = { count: 0, totalMs: 0, minutes: [] };
const words = {
  gone: 'gone',
  csvNames: { columns: Array.from({ length: 21 }, (_, n) => `column ${n}`) },
};
const figures = {
  ...{ taken: 3, priority: 0, served: 2, outcomes: {}, missed: 1, expired: 0, cancelled: 0, voided: 0, left: 0 },
  ...{ wait: { count: 2, totalMs: 390_000, minutes: [0, 1, 0, 0, 0, 1] }, onTime: 2, service: nothing },
  promise: { earlier: 0, kept: 2, later: 0 },
};
const catalogue = {
  agencies: [{ id: 'a', name: '=SUM(A1)', nameEn: 'The "Agency"; one' }],
  services: [{ id: 's', agencyId: 'a', track: 'long', name: 'Izin', nameEn: 'Permit' }],
  counters: [],
} as unknown as Catalogue;
const day = {
  ...{ serviceDay: '2026-11-23', visits: 3, severalServices: 0, withoutServer: 0, lapsed: 0, hours: [] },
  services: { gone: figures, s: figures },
  counters: {},
  systemDown: [],
};
const reader = new PeriodReader();
reader.add(day);
const report = { ...reader.report(catalogue), from: day.serviceDay, to: day.serviceDay, unread: 0 };

test('a spreadsheet of the reader’s language opens the file: no formula, no torn cell, decimals as it writes them', () => {
  const lines = (language: 'id' | 'en') => reportCsv(report, catalogue, words, language).split('\r\n');
  assert.equal(lines('id')[1], "'=SUM(A1);s;Izin;long;3;0;2;0;1;0;0;0;0;3,3;1;5;2;2;;;");
  assert.equal(lines('en')[1], '"The ""Agency""; one",s,Permit,long,3,0,2,0,1,0,0,0,0,3.3,1,5,2,2,,,');
  assert.match(lines('id')[2] ?? '', /^gone;gone;;;3;/);
  for (const language of ['id', 'en'] as const) {
    const [head = '', first = ''] = lines(language);
    const between = language === 'id' ? ';' : ',';
    assert.equal(head.split(between).length, 21);
    assert.ok(language === 'en' || first.split(between).length === 21);
  }
});
