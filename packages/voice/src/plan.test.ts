import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '@antrean/domain';
import { type Clips, chimeMs, gapsMs, type Part, plan, type Utterance } from './index.ts';

const must = (...tokens: string[]): Part => ({ tokens, isOptional: false });
const may = (...tokens: string[]): Part => ({ tokens, isOptional: true });
const clips: Clips = {
  id: new Map(['a', 'b', 'c', 'agency-x'].map((token) => [token, { durationMs: 500 }])),
  en: new Map(['a', 'b', 'c'].map((token) => [token, { durationMs: 300 }])),
};
const say = (language: Language, ...sentences: Part[][]): Utterance => ({ language, sentences });
const silentChime = { hasChime: false };

test('words follow closely, sentences after a breath, languages after a pause', () => {
  const { clips: planned, totalMs } = plan(
    [say('id', [must('a', 'b')], [must('c')]), say('en', [must('a')])],
    clips,
    silentChime,
  );
  const at = [0, 500 + gapsMs.words];
  at.push((at[1] ?? 0) + 500 + gapsMs.breath);
  at.push((at[2] ?? 0) + 500 + gapsMs.languages);
  assert.deepEqual(
    planned.map((clip) => clip.at),
    at,
  );
  assert.equal(totalMs, (at[3] ?? 0) + 300);
  assert.ok(gapsMs.words <= 60);
});

test('the chime is heard before the first word, and once', () => {
  const { clips: planned, hasChime } = plan([say('id', [must('a')]), say('en', [must('a')])], clips, {
    hasChime: true,
  });
  assert.ok(hasChime);
  assert.deepEqual(
    planned.map(({ at }) => at),
    [chimeMs, chimeMs + 500 + gapsMs.languages],
  );
});

test('an agency that nobody has recorded is left out, and listed', () => {
  const {
    clips: planned,
    missing,
    silent,
  } = plan([say('id', [must('a'), may('b', 'agency-y'), must('c')])], clips, silentChime);
  assert.deepEqual(
    planned.map(({ token }) => token),
    ['a', 'c'],
  );
  assert.deepEqual(missing, [{ language: 'id', token: 'agency-y' }]);
  assert.deepEqual(silent, []);
});

test('a number of which a word is missing is not said at all, and the other language still is', () => {
  const {
    clips: planned,
    missing,
    silent,
  } = plan([say('id', [must('a', 'nine')]), say('en', [must('a')])], clips, silentChime);
  assert.deepEqual(planned, [{ language: 'en', token: 'a', at: 0, durationMs: 300 }]);
  assert.deepEqual(missing, [{ language: 'id', token: 'nine' }]);
  assert.deepEqual(silent, ['id']);
});

test('every language calls an agency by its Indonesian clip, unless it has its own', () => {
  const { clips: planned } = plan([say('en', [must('agency-x')])], clips, silentChime);
  assert.deepEqual(planned, [{ language: 'id', token: 'agency-x', at: 0, durationMs: 500 }]);
});

test('where nothing can be said the chime alone is heard, and the plan says that it is silent', () => {
  const unspoken = plan([say('zh', [must('a')])], clips, { hasChime: true });
  assert.deepEqual([unspoken.totalMs, unspoken.clips, unspoken.silent], [chimeMs, [], ['zh']]);
});

test('a part left empty takes no time', () => {
  const { totalMs } = plan([say('id', [must('a')], [], [must('b')])], clips, silentChime);
  assert.equal(totalMs, 1_000 + gapsMs.breath);
});
