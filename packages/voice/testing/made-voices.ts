import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@antrean/domain';
import { type Clips, defaultVoice, type Manifest, type SyntheticClip } from '../src/index.ts';

const folder = path.resolve(import.meta.dirname, '..', 'clips');

export function clipFile(language: Language, file: string): Buffer {
  return readFileSync(path.join(folder, language, defaultVoice, file));
}

/** The voice as it comes with the product, in which every clip is synthetic. */
export function madeVoice(language: Language): Manifest & { readonly clips: readonly SyntheticClip[] } {
  return JSON.parse(clipFile(language, 'manifest.json').toString()) as ReturnType<typeof madeVoice>;
}

export function madeClips(languages: readonly Language[]): Clips {
  return Object.fromEntries(
    languages.map((language) => [language, new Map(madeVoice(language).clips.map((clip) => [clip.token, clip]))]),
  );
}
