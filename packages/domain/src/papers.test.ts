import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperIn } from './papers.ts';

const papers = { KK: { en: 'Family card', zh: '家庭卡' }, NOP: { en: 'Tax object number' } };

test('a paper is named in the visitor’s language, in English for want of Chinese, else in Indonesian', () => {
  assert.equal(paperIn({ papers }, 'KK', 'en'), 'Family card');
  assert.equal(paperIn({ papers }, 'KK', 'zh'), '家庭卡');
  assert.equal(paperIn({ papers }, 'NOP', 'zh'), 'Tax object number');
  assert.equal(paperIn({ papers }, 'KK', 'id'), 'KK');
  assert.equal(paperIn({ papers }, 'KK', 'ms'), 'KK');
  assert.equal(paperIn({ papers }, 'Surat kuasa', 'en'), 'Surat kuasa');
  assert.equal(paperIn({ papers }, 'constructor', 'en'), 'constructor');
  assert.equal(paperIn({}, 'KK', 'en'), 'KK');
});
