import type { Language } from '@antrean/domain';
import type { Token } from './tongue.ts';

/** A clip made by an engine. `loudness` is the RMS of its voiced part, dBFS; `peakDb` its highest sample. */
export type SyntheticClip = {
  readonly source: 'synthetic';
  readonly token: Token;
  readonly text: string;
  readonly engineText: string;
  readonly file: string;
  readonly durationMs: number;
  readonly peakDb: number;
  readonly loudness: number;
  readonly tool: string;
  readonly licence: string;
  readonly sha256: string;
};

/** A clip spoken by a person. It may come as it was recorded: length and level are measured where it is played. */
export type RecordedClip = {
  readonly source: 'recorded';
  readonly token: Token;
  readonly text: string;
  readonly file: string;
  readonly sha256: string;
};

export type Clip = SyntheticClip | RecordedClip;

/** All that one voice can say. `loudness` is the level to which every clip is set, RMS of its voiced part in dBFS. */
export type Manifest = {
  readonly language: Language;
  readonly voice: string;
  readonly loudness: number;
  readonly clips: readonly Clip[];
};

/** A file that the mall has put into its voice folder for this language, `dua.wav` for the token `dua`. */
export type RecordedFile = { readonly file: string; readonly sha256: string };

/**
 * The voice with the mall's own recordings in front of the synthetic clips; also of tokens that the voice did not have, such as an
 * agency of that mall only. Of two recordings of one token the first by name counts.
 */
export function overlay(manifest: Manifest, files: readonly RecordedFile[]): Manifest {
  const texts = new Map(manifest.clips.map(({ token, text }) => [token, text]));
  const recorded = new Map<Token, RecordedClip>();
  for (const { file, sha256 } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const token = file.replace(/\.[^.]*$/, '');
    if (!recorded.has(token))
      recorded.set(token, { source: 'recorded', token, text: texts.get(token) ?? token, file, sha256 });
  }
  const kept = manifest.clips.map((clip) => recorded.get(clip.token) ?? clip);
  return { ...manifest, clips: [...kept, ...[...recorded.values()].filter(({ token }) => !texts.has(token))] };
}

/** The voice that a mall starts with in each language. */
export const defaultVoice = 'espeak';

/** Where the server offers a clip. The hash in it lets a browser keep the sound for good and still notice a new one. */
export function clipAddress({ language, voice }: Pick<Manifest, 'language' | 'voice'>, clip: Clip): string {
  const folder = clip.source === 'recorded' ? `recorded/${language}` : `clips/${language}/${voice}`;
  return `/voice/${folder}/${encodeURIComponent(clip.file)}?v=${clip.sha256.slice(0, 16)}`;
}
