import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Announcement, Language, MessageTemplate } from '@antrean/domain';
import { hearing } from '../testing/small-mall.ts';
import { type Hearing, phrase } from './index.ts';
import { tongues } from './languages/tongues.ts';
import { fill } from './phrase.ts';

type Call = Extract<Announcement, { kind: 'call' }>;

function call(changes: Partial<Call> = {}): Call {
  const first = { kind: 'call', callSeq: 1, number: 'BQ012', agencyId: 'DKC', counterId: 'counter-3' } as const;
  return { ...first, priority: false, times: 1, isLast: false, languages: ['id'], ...changes };
}

function message(template: MessageTemplate, changes: Partial<Extract<Announcement, { kind: 'message' }>> = {}) {
  return {
    kind: 'message',
    template,
    agencyId: null,
    reason: null,
    until: null,
    languages: ['id'],
    ...changes,
  } as const;
}

/** In words: letters without their mark, optional parts in brackets, breaths as strokes. */
function heard(announcement: Announcement, place: Hearing = hearing): string {
  return phrase(announcement, place)
    .map(({ sentences }) =>
      sentences
        .map((sentence) =>
          sentence.map(({ tokens, isOptional }) => (isOptional ? `[${tokens.join(' ')}]` : tokens.join(' '))).join(' '),
        )
        .join(' | ')
        .replaceAll('letter-', ''),
    )
    .join(' || ');
}

test('a call names the number, the agency and the counter', () => {
  assert.equal(heard(call()), 'nomor-antrean b q dua belas | silakan-menuju [gerai agency-dkc] loket tiga');
});

test('a call in two languages is said in the order that the announcement gives', () => {
  assert.equal(
    heard(call({ languages: ['en', 'id'] })),
    'ticket-number b q twelve | please-go-to [agency-dkc] counter three || nomor-antrean b q dua belas | silakan-menuju [gerai agency-dkc] loket tiga',
  );
});

test('a later call says which one it is, and the last says what follows', () => {
  assert.match(heard(call({ times: 2 })), /^panggilan-kedua \| nomor-antrean/);
  assert.match(heard(call({ times: 3 })), /^panggilan-ulang \| nomor-antrean/);
  assert.match(heard(call({ times: 3, isLast: true })), /^panggilan-terakhir \| nomor.* \| bila-belum-hadir$/);
});

test('priority is said as priority and never by its class', () => {
  assert.match(heard(call({ priority: true })), /^antrean-prioritas b q dua belas/);
  assert.match(heard(call({ priority: true, languages: ['en'] })), /^priority-ticket b q twelve/);
});

test('who hears a call for another floor is told the floor', () => {
  assert.match(heard(call({ counterId: 'counter-m1' })), /loket m satu \[zone-2\]$/);
  assert.doesNotMatch(heard(call({ counterId: 'counter-m1' }), { ...hearing, zoneId: null }), /zone/);
  assert.doesNotMatch(heard(call()), /zone/);
});

test('a counter with a name instead of a number is called by a clip of its own', () => {
  assert.match(heard(call({ counterId: 'counter-p' })), /loket named-counter-p$/);
  assert.match(heard(call({ counterId: 'gone' })), /loket named-gone$/);
});

test('where numbers are read digit by digit, the counter is still a number', () => {
  const digits = { ...hearing, style: 'digits' } as const;
  assert.match(heard(call(), digits), /b q nol satu dua \| .* loket tiga$/);
});

test('the Friday pause says why, and when it ends on the clock of the mall', () => {
  const until = Date.UTC(2026, 10, 27, 6, 30);
  const pause = { reason: 'fridayPrayer', until } as const;
  assert.equal(
    heard(message('pause', pause)),
    'pelayanan-jeda-sejenak [untuk-salat-jumat] | [pelayanan-dibuka-kembali-pukul tiga belas tiga puluh] | nomor-tetap-berlaku',
  );
  assert.match(heard(message('pause', { ...pause, languages: ['en'] })), /service-resumes-at one thirty pm/);
  assert.match(heard(message('pause', { ...pause, languages: ['zh'] })), /shi2 san1 dian3 san1 shi2 fen1/);
  assert.equal(heard(message('pause')), 'pelayanan-jeda-sejenak |  | nomor-tetap-berlaku');
});

test('a message about one agency never sounds as if it were about the whole mall', () => {
  for (const template of ['pause', 'pauseOver', 'systemDown'] as const)
    for (const language of Object.keys(tongues) as Language[]) {
      const utterances = phrase(message(template, { agencyId: 'DKC', languages: [language] }), hearing);
      const parts = utterances.flatMap(({ sentences }) => sentences.flat());
      assert.ok(
        parts.some(({ tokens, isOptional }) => !isOptional && tokens.includes('agency-dkc')),
        `${language} ${template}`,
      );
    }
});

test('a template that has nothing to say in a slot is a bug', () => {
  assert.throws(() => fill('gerai {agency}', { agency: null }), /nothing to say for \{agency\}/);
});
