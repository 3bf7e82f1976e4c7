import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Announcement, Language, MessageTemplate } from '@antrean/domain';
import { numberStyles, pauseReasons } from '@antrean/domain';
import { clipFile, madeClips, madeVoice } from '../testing/made-voices.ts';
import { type Hearing, phrase, plan, spell, voiceLanguages } from './index.ts';
import { tongues } from './languages/tongues.ts';

type Reference = {
  readonly agencies: readonly { readonly code: string; readonly letter: string }[];
  readonly counters: readonly { readonly id: string; readonly name: string; readonly zone: string }[];
};

const file = path.resolve(import.meta.dirname, '../../../db/catalogue/banyuwangi.json');
const reference = JSON.parse(readFileSync(file, 'utf8')) as Reference;
const clips = madeClips(voiceLanguages);
const counters = reference.counters.map(({ id, name, zone }) => {
  return { id, name, zoneId: zone, agencyIds: [], track: 'quick' as const };
});
const hearing: Hearing = {
  catalogue: {
    site: { id: 'b', name: 'Banyuwangi', timeZone: 'Asia/Jakarta' },
    zones: [],
    agencies: [],
    counters,
  },
  zoneId: '1',
  style: 'words',
};

const call = {
  kind: 'call',
  callSeq: 1,
  number: 'AQ001',
  agencyId: 'DKC',
  counterId: 'counter-1',
  priority: false,
  times: 1,
  isLast: false,
} as const;

function missingIn(announcement: Announcement): readonly string[] {
  return plan(phrase(announcement, hearing), clips, { hasChime: true }).missing.map(({ token }) => token);
}

/** Ogg's own word on its length: the position of the last page less what is skipped at the start, in samples at 48 kHz. */
function oggSamples(bytes: Buffer): number {
  return (
    Number(bytes.readBigInt64LE(bytes.lastIndexOf('OggS') + 6)) - bytes.readUInt16LE(bytes.indexOf('OpusHead') + 10)
  );
}

for (const language of voiceLanguages) {
  test(`every number that a queue of the reference mall can give is spoken in ${language}`, () => {
    for (const { letter } of reference.agencies)
      for (const track of ['Q', 'S', 'L'])
        for (let n = 1; n <= 999; n++)
          for (const style of numberStyles)
            for (const token of spell(`${letter}${track}${String(n).padStart(3, '0')}`, language, style))
              assert.ok(clips[language]?.has(token), `${language} ${token}`);
  });

  test(`every agency, counter, floor and kind of call of the reference mall is spoken in ${language}`, () => {
    for (const { code } of reference.agencies)
      assert.deepEqual(missingIn({ ...call, agencyId: code, languages: [language] }), []);
    for (const { id } of counters) assert.deepEqual(missingIn({ ...call, counterId: id, languages: [language] }), []);
    for (const times of [1, 2, 3])
      for (const [priority, isLast] of [[false, times === 3] as const, [true, false] as const])
        assert.deepEqual(missingIn({ ...call, priority, times, isLast, languages: [language] }), []);
  });

  test(`every message is spoken in ${language}, at every minute of the day`, () => {
    const templates = ['opening', 'closingSoon', 'closed', 'pause', 'pauseOver', 'systemDown', 'attention'];
    for (const template of templates as readonly MessageTemplate[])
      for (const agencyId of [null, 'DKC'])
        for (const reason of [null, ...pauseReasons])
          assert.deepEqual(
            missingIn({ kind: 'message', template, agencyId, reason, until: 0, languages: [language] }),
            [],
          );
    for (let minute = 0; minute < 24 * 60; minute++)
      for (const token of tongues[language].time(Math.floor(minute / 60), minute % 60))
        assert.ok(clips[language]?.has(token), token);
  });

  test(`the list of clips in ${language} is true of the files`, () => {
    const { clips: listed } = madeVoice(language);
    assert.ok(listed.length > 60);
    for (const { token, file: name, sha256, durationMs, peakDb } of listed) {
      const bytes = clipFile(language, name);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, token);
      assert.ok(Math.abs(oggSamples(bytes) / 48 - durationMs) < 0.1, token);
      assert.ok(peakDb <= -1.5, token);
    }
  });

  test(`no clip in ${language} is made for nothing`, () => {
    const { digits, templates, queue, reasons } = tongues[language];
    const used = new Set<string>([...digits, queue.ordinary, queue.priority, ...Object.values(reasons)]);
    for (const template of Object.values(templates))
      for (const [token] of template.matchAll(/[a-z0-9-]+(?![a-z0-9-]*\})/g)) used.add(token);
    for (let n = 0; n < 10_000; n++) for (const token of tongues[language].cardinal(n)) used.add(token);
    for (let hour = 0; hour < 24; hour++) for (const token of tongues[language].time(hour, 30)) used.add(token);
    const idle = madeVoice(language).clips.filter(
      ({ token }) => !used.has(token) && !/^(letter|agency|zone)-/.test(token),
    );
    assert.deepEqual(idle, []);
  });
}

test('the sounds of the product are small', () => {
  const total = (voiceLanguages as readonly Language[])
    .flatMap((language) => madeVoice(language).clips.map(({ file: name }) => clipFile(language, name).length))
    .reduce((sum, bytes) => sum + bytes, 0);
  assert.ok(total < 1_000_000, String(total));
});
