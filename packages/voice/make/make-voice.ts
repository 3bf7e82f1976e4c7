import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@antrean/domain';
import { defaultVoice, type Manifest, type SyntheticClip } from '../src/manifest.ts';
import { decibels, measure, peakOf } from '../src/measure.ts';
import { gapsMs } from '../src/plan.ts';
import type { Token } from '../src/tongue.ts';
import { say, tool } from './engine.ts';
import { fade, limit } from './limit.ts';
import { loudness } from './loudness.ts';
import { encodeOpus, opusRate } from './opus.ts';
import { resample } from './resample.ts';
import { english } from './words/english.ts';
import { indonesian } from './words/indonesian.ts';
import { malay } from './words/malay.ts';
import { mandarin } from './words/mandarin.ts';
import { placeWords } from './words/places.ts';
import { engineVoices, letters, type WordList } from './words/word-list.ts';

const lists: Readonly<Record<Language, WordList>> = { id: indonesian, en: english, ms: malay, zh: mandarin };

const targetLufs = -16;
// Under the limit of -1.5 dBTP by what a peak can grow between two samples and in the codec.
const ceilingDb = -3;
const samplesOf = (ms: number) => Math.round((ms * opusRate) / 1_000);
const licence = 'output of a GPL-3.0-or-later program';

type Spoken = { readonly text: string; readonly engineText: string; readonly samples: Float32Array };

/** Makes every clip of one language anew into `folder/<language>/<voice>`, and its manifest; gives back how many bytes they are. */
export async function makeVoice(language: Language, folder: string, catalogueFile: string): Promise<number> {
  const spoken = await speakAll(language, { ...letters, ...lists[language], ...placeWords(language, catalogueFile) });
  const level = levelFor(language, spoken);
  const out = path.join(folder, language, defaultVoice);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const clips: SyntheticClip[] = [];
  let bytes = 0;
  for (const [token, { text, engineText, samples }] of spoken) {
    const sound = set(samples, level);
    const file = encodeOpus(sound);
    writeFileSync(path.join(out, `${token}.opus`), file);
    bytes += file.length;
    clips.push({
      source: 'synthetic',
      token,
      text,
      engineText,
      file: `${token}.opus`,
      durationMs: rounded((sound.length * 1_000) / opusRate),
      peakDb: rounded(decibels(peakOf(sound))),
      loudness: rounded(measure(sound, opusRate).loudness),
      tool,
      licence,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
  }
  const manifest: Manifest = { language, voice: defaultVoice, loudness: rounded(level), clips };
  writeFileSync(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return bytes;
}

async function speakAll(language: Language, list: WordList): Promise<ReadonlyMap<Token, Spoken>> {
  const spoken = new Map<Token, Spoken>();
  for (const [token, words] of Object.entries(list)) {
    const { text, engine } = typeof words === 'string' ? { text: words, engine: words } : words;
    const { samples } = resample(await say(engineVoices[language].name, engine), opusRate);
    const { from, to } = measure(samples, opusRate);
    if (to === 0) throw new Error(`the engine says nothing for ${token}`);
    const sound = samples.slice(from, to);
    fade(sound, samplesOf(5), samplesOf(10));
    spoken.set(token, { text, engineText: engine, samples: sound });
  }
  return spoken;
}

/** The level of single clips at which a whole phrase comes out at the target: loudness itself has no meaning for half a second. */
function levelFor(language: Language, spoken: ReadonlyMap<Token, Spoken>): number {
  let level = -16;
  for (let round = 0; round < 4; round++) level += targetLufs - loudness(joined(language, spoken, level), opusRate);
  return level;
}

function joined(language: Language, spoken: ReadonlyMap<Token, Spoken>, level: number): Float32Array {
  const gap = new Float32Array(samplesOf(gapsMs.words));
  const sounds = engineVoices[language].reference.flatMap((token) => {
    const clip = spoken.get(token);
    if (!clip) throw new Error(`no ${token} in ${language}`);
    return [set(clip.samples, level), gap];
  });
  const whole = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return whole;
}

function set(samples: Float32Array, level: number): Float32Array {
  return limit(samples, level - measure(samples, opusRate).loudness, ceilingDb, samplesOf(3));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
