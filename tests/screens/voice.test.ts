import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Announcement } from '@antrean/domain';
import type { Browser, Page } from 'playwright-core';
import { loudness, truePeak } from '../../packages/voice/make/loudness.ts';
import { type Plan, peakOf } from '../../packages/voice/src/index.ts';
import { type Mall, openMall } from '../mall.ts';
import { addVoice, gzipBytes, samplesFrom, type VoiceModule, voiceScript } from '../voice-page.ts';
import { openBrowser, openPage, sizes } from './browser.ts';

declare const voice: VoiceModule;

const rate = 48_000;
const call = {
  kind: 'call',
  callSeq: 1,
  number: 'BQ012',
  agencyId: 'DKC',
  counterId: 'counter-3',
  priority: false,
  times: 1,
  isLast: false,
  languages: ['id', 'en'],
} as const satisfies Announcement;

let browser: Browser;
let mall: Mall;
let page: Page;
let faults: readonly string[];
before(async () => {
  [browser, mall] = await Promise.all([openBrowser(), openMall()]);
  ({ page, faults } = await openPage(browser, `${mall.url}/`, sizes.tv));
  await addVoice(page);
});
after(async () => {
  await browser.close();
  await mall.close();
});

type Rendered = { readonly plan: Plan; readonly samples: Float32Array };

/** An announcement as the loudspeaker would get it from this server's clips. */
async function rendered(announcement: Announcement, hasChime: boolean): Promise<Rendered> {
  const { plan, base64 } = await page.evaluate(
    async ([said, chime]) => {
      const sounds: Record<string, Awaited<ReturnType<typeof voice.loadVoice>>['sounds']> = {};
      for (const language of said.languages) sounds[language] = (await voice.loadVoice(language)).sounds;
      const plan = voice.plan(voice.phrase(said, voice.hearing), sounds, { hasChime: chime });
      const bytes = new Uint8Array((await voice.render(plan, sounds)).buffer);
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return { plan, base64: btoa(text) };
    },
    [announcement, hasChime] as const,
  );
  return { plan, samples: samplesFrom(base64) };
}

test('a call sounds exactly as it was planned: its length, its pauses, and nothing between its words', async () => {
  const { plan, samples } = await rendered(call, false);
  assert.deepEqual([plan.missing, plan.silent], [[], []]);
  const quiet = peakOf(samples) * 10 ** (-50 / 20);
  const isHeard = (sample: number) => Math.abs(sample) > quiet;
  const heardMs = ((samples.findLastIndex(isHeard) - samples.findIndex(isHeard)) * 1_000) / rate;
  // A clip begins 10 ms before its word and ends 20 ms after it.
  assert.ok(Math.abs(plan.totalMs - 30 - heardMs) <= 30, `${plan.totalMs} planned, ${heardMs} heard`);
  const joints = plan.clips.slice(1).map((next, index) => {
    const end = (plan.clips[index]?.at ?? 0) + (plan.clips[index]?.durationMs ?? 0);
    const middle = (((end + next.at) / 2) * rate) / 1_000;
    const before = samples.subarray(0, middle).findLastIndex(isHeard);
    const after = middle + samples.subarray(middle).findIndex(isHeard);
    return { planned: next.at - end, heard: ((after - before) * 1_000) / rate };
  });
  for (const { planned, heard } of joints)
    assert.ok(
      planned <= 60 ? heard <= 60 : Math.abs(heard - planned) <= 40,
      `${planned} ms planned, ${heard} ms heard`,
    );
  assert.deepEqual(
    joints.map(({ planned }) => planned).filter((planned) => planned > 60),
    [280, 700, 280],
  );
});

test('each word of a call is heard at its time and in its order', async () => {
  const { plan, samples } = await rendered({ ...call, languages: ['id'] }, false);
  const shares = await page.evaluate(async (clips) => {
    const { sounds } = await voice.loadVoice('id');
    return clips.map(({ token }) => {
      const data = sounds.get(token)?.buffer.getChannelData(0) ?? new Float32Array();
      return Array.from(data.subarray(0, 24_000));
    });
  }, plan.clips);
  for (const [index, { at, token }] of plan.clips.entries()) {
    const clip = shares[index] ?? [];
    const around = [-20, 0, 20].map((shiftMs) => likeness(samples, clip, ((at + shiftMs) * rate) / 1_000));
    assert.ok((around[1] ?? 0) > 0.95, `${token}: ${around[1]}`);
    assert.ok((around[1] ?? 0) > Math.max(around[0] ?? 1, around[2] ?? 1), token);
  }
});

/** Best correlation of a clip with what is heard within 10 ms of a sample. */
function likeness(samples: Float32Array, clip: readonly number[], at: number): number {
  const near = Array.from({ length: 121 }, (_, step) => Math.round(at) + (step - 60) * 8);
  return Math.max(
    ...near.map((start) => {
      let [both, one, other] = [0, 0, 0];
      for (let index = 0; index < clip.length; index += 2) {
        const [a, b] = [clip[index] ?? 0, samples[start + index] ?? 0];
        both += a * b;
        one += a * a;
        other += b * b;
      }
      return both / Math.sqrt(one * other + 1e-12);
    }),
  );
}

for (const language of ['id', 'en', 'ms', 'zh'] as const)
  test(`a call in ${language} is as loud as a hall needs and never cut off`, async () => {
    for (const hasChime of [false, true]) {
      const { samples } = await rendered({ ...call, languages: [language] }, hasChime);
      const lufs = loudness(samples, rate);
      assert.ok(Math.abs(lufs + 16) < 1.5, `${lufs} LUFS`);
      const peak = truePeak(samples);
      assert.ok(peak <= -1.5, `${peak} dBTP`);
    }
  });

test('the meter agrees with the recommendation: a sine of 997 Hz at full scale is -3.01 LUFS', () => {
  const sine = Float32Array.from({ length: rate * 2 }, (_, index) => Math.sin((2 * Math.PI * 997 * index) / rate));
  assert.ok(Math.abs(loudness(sine, rate) + 3.01) < 0.02);
  assert.ok(Math.abs(truePeak(sine.slice(0, 4_800))) < 0.05);
});

test('a recording that the mall puts into its folder is heard at the level of the others, without its silence', async () => {
  const folder = path.join(mall.folder, 'voice', 'id');
  mkdirSync(folder, { recursive: true });
  const tone = (index: number) =>
    index < 9_600 || index > 33_600 ? 0 : 0.02 * Math.sin((2 * Math.PI * 440 * index) / rate);
  writeFileSync(path.join(folder, 'dua.wav'), wav(Float32Array.from({ length: 48_000 }, (_, index) => tone(index))));
  writeFileSync(path.join(folder, 'tiga.wav'), 'not a sound');
  writeFileSync(path.join(folder, 'notes.txt'), 'private');
  const [recorded, reserve, broken, level] = await page.evaluate(async () => {
    const { sounds, broken, manifest } = await voice.loadVoice('id');
    const { durationMs, gain, offsetMs } = sounds.get('dua') ?? { durationMs: 0, gain: 0, offsetMs: 0 };
    return [{ durationMs, gain, offsetMs }, sounds.has('tiga'), broken, manifest.loudness] as const;
  });
  assert.ok(Math.abs(recorded.durationMs - 530) < 25, `${recorded.durationMs} ms`);
  assert.ok(Math.abs(recorded.offsetMs - 190) < 15, `${recorded.offsetMs} ms`);
  const gained = 20 * Math.log10((0.02 / Math.SQRT2) * recorded.gain);
  assert.ok(Math.abs(gained - level) < 0.5, `${gained} dBFS`);
  assert.ok(reserve);
  assert.deepEqual(broken, ['tiga.wav']);
  for (const name of ['id/notes.txt', 'id/..%2f..%2fantrean.db', '../antrean.db', 'xx'])
    assert.ok((await fetch(`${mall.url}/voice/recorded/${name}`)).status >= 400, name);
});

function wav(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(sample * 32_767), 44 + index * 2);
  });
  return bytes;
}

test('a browser keeps a clip for good, and asks for the list of clips each time', async () => {
  const clip = await fetch(`${mall.url}/voice/clips/id/espeak/dua.opus?v=x`);
  assert.match(clip.headers.get('cache-control') ?? '', /immutable/);
  assert.match(clip.headers.get('content-type') ?? '', /^audio\/ogg/);
  const list = await fetch(`${mall.url}/voice/clips/id/espeak/manifest.json`);
  assert.equal(list.headers.get('cache-control'), 'no-cache');
  assert.equal((await fetch(`${mall.url}/voice/recorded/en`)).headers.get('cache-control'), 'no-cache');
});

test('what a display loads to speak is at most 10 KB, without the clips', async () => {
  const bytes = gzipBytes(await voiceScript('src/index.ts'));
  assert.ok(bytes <= 10_240, `${bytes} bytes`);
});

test('nothing of this is a fault of the page', () => {
  // Chromium itself notes nothing of a recording that it cannot read.
  assert.deepEqual(faults, []);
});
