import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { queuesAt, tracks } from '@antrean/domain';
import { parseCatalogue } from './catalogue-document.ts';
import { catalogueFrom, type MallDocuments, referenceMall } from './reference-mall.ts';

const db = path.resolve(import.meta.dirname, '../../../db');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(db, name), 'utf8'));
const documents = (): MallDocuments => ({
  mall: read('catalogue/banyuwangi.json'),
  papers: read('catalogue/papers.json'),
  hours: read('calendar/hours.json'),
  days: read('calendar/id-2026.json'),
});

/** The documents with one thing changed. */
function but(changed: (mall: { [name: string]: { [field: string]: unknown }[] }) => void): MallDocuments {
  const copy = documents();
  changed(copy.mall as { [name: string]: { [field: string]: unknown }[] });
  return copy;
}

test('the reference mall has 23 agencies, 199 services and a queue for each agency and track', () => {
  const mall = referenceMall();
  assert.equal(mall.agencies.length, 23);
  assert.equal(mall.services.length, 199);
  assert.equal(mall.queues.length, 69);
  assert.equal(mall.counters.length, 63);
  assert.deepEqual(
    mall.priorityClasses.map(({ id, headStartMinutes }) => `${id} ${headStartMinutes}`),
    ['elderly 30', 'disability 30', 'pregnant 30', 'infant 30', 'child 30', 'disaster 30'],
  );
  for (const agency of mall.agencies)
    assert.deepEqual(
      tracks.map((track) => mall.queues.find((q) => q.agencyId === agency.id && q.track === track)?.prefix),
      ['Q', 'S', 'L'].map((letter) => agency.letter + letter),
    );
});

test('every number that the reference mall gives can be called at a counter of its agency and track', () => {
  const mall = referenceMall();
  const worked = new Set(mall.counters.flatMap((place) => queuesAt(mall, place).map((queue) => queue.id)));
  for (const { id, queueId } of mall.services) assert.ok(worked.has(queueId), id);
});

test('the reference mall is open from Monday to Saturday, shorter on Friday and Saturday, and closed on holidays', () => {
  const { week, days } = referenceMall().calendar;
  assert.deepEqual([week.mon?.closes, week.fri?.closes, week.sat?.closes, week.sun], ['14:00', '11:00', '12:30', null]);
  assert.equal(Object.keys(days).length, 25);
  assert.equal(days['2026-08-17']?.kind, 'holiday');
  assert.equal(days['2026-12-24']?.kind, 'leave');
  assert.equal(catalogueFrom(documents(), 'five-day').calendar.week.sat, null);
});

test('a stored catalogue reads back as it was', () => {
  const mall = referenceMall();
  assert.deepEqual(parseCatalogue(JSON.parse(JSON.stringify(mall))), mall);
});

test('every paper of the reference mall has an English name, the most asked for a Chinese one, and no name is left over', () => {
  const { services, papers = {} } = referenceMall();
  const asked = Map.groupBy(
    services.flatMap(({ bring }) => bring),
    (paper) => paper,
  );
  assert.deepEqual(Object.keys(papers).toSorted(), [...asked.keys()].toSorted());
  for (const [paper, times] of asked) {
    assert.ok(papers[paper]?.en, paper);
    assert.ok(times.length === 1 || papers[paper]?.zh, paper);
  }
});

test('a catalogue that was stored before papers had other names goes on in Indonesian', () => {
  const { papers: _, ...before } = referenceMall();
  assert.deepEqual(parseCatalogue(before), before);
});

const mistakes: readonly (readonly [string, MallDocuments, RegExp])[] = [
  ['no services', but((mall) => delete mall.services), /mall\.services must be a list/],
  ['a track of its own', but((mall) => set(mall.services, { track: 'slow' })), /services\[0\]\.track must be one of/],
  ['a service of nobody', but((mall) => set(mall.services, { agency: 'XXX' })), /agency points at XXX/],
  ['minutes as words', but((mall) => set(mall.services, { minutes: 'ten' })), /minutes must be a whole number/],
  ['two services with one code', but((mall) => set(mall.services, { code: 'DKC-01' })), /DKC-01 is there twice/],
  ['two agencies with one letter', but((mall) => set(mall.agencies, { letter: 'B' })), /BQ is there twice/],
  ['an agency on no floor', but((mall) => set(mall.agencies, { zone: '9' })), /points at 9/],
  ['a counter of nobody', but((mall) => set(mall.counters, { agencies: ['XXX'] })), /points at XXX/],
  [
    'a track without a counter',
    but((mall) => mall.counters?.splice(0, 8)),
    /service DKC-01 needs a counter of DKC on the track quick/,
  ],
  ['an agency without a name', but((mall) => set(mall.agencies, { shortName: ' ' })), /must be a text that says/],
  ['a paper with an empty name', { ...documents(), papers: { KK: { en: '' } } }, /papers\.KK\.en must be a text/],
  ['hours of no week', { ...documents(), hours: { presets: {} } }, /presets\.six-day must be an object/],
  ['a day that is none', { ...documents(), days: { days: [{ date: '2026-02-31x' }] } }, /must be a date/],
];

function set(items: { [field: string]: unknown }[] | undefined, fields: { [field: string]: unknown }): void {
  Object.assign(items?.[0] ?? {}, fields);
}

for (const [what, broken, message] of mistakes)
  test(`a mall with ${what} is refused with the place of the mistake`, () => {
    assert.throws(() => catalogueFrom(broken), { name: 'BadDocument', message });
  });
