import type { Language } from '@antrean/domain';
import { type Clip, clipAddress, defaultVoice, type Manifest, overlay, type RecordedFile } from '../manifest.ts';
import { factor, measure } from '../measure.ts';
import type { Token } from '../tongue.ts';

/** A clip ready to play: the stretch of its buffer that is speech, and the factor that brings it to the voice's level. */
export type Sound = {
  readonly buffer: AudioBuffer;
  readonly offsetMs: number;
  readonly durationMs: number;
  readonly gain: number;
};

export type Voice = {
  readonly manifest: Manifest;
  readonly sounds: ReadonlyMap<Token, Sound>;
  /** Files that could not be read or in which nothing is heard. The synthetic clip speaks where a recording is broken. */
  readonly broken: readonly string[];
};

/** Whatever rate a loudspeaker runs at, clips are kept at this one, in which they were made. */
export const soundRate = 48_000;
const peakCeilingDb = -3;

/** Fetches and decodes one language from the server at `base`. Throws when the server has no such voice or does not answer for each of its clips. */
export async function loadVoice(language: Language, base = ''): Promise<Voice> {
  const read = async <T>(address: string): Promise<T> =>
    (await fetched(`${base}/voice/${address}`)).json() as Promise<T>;
  const made = await read<Manifest>(`clips/${language}/${defaultVoice}/manifest.json`);
  const manifest = overlay(made, await read<readonly RecordedFile[]>(`recorded/${language}`));
  const reserve = new Map(made.clips.map((clip) => [clip.token, clip]));
  const decoder = new OfflineAudioContext(1, 1, soundRate);
  const sounds = new Map<Token, Sound>();
  const broken: string[] = [];
  const loadClip = async (clip: Clip): Promise<void> => {
    // What does not come may come the next time, so it fails the whole voice; only a file that is there can be broken.
    const response = await fetched(base + clipAddress(manifest, clip));
    const sound = await decode(clip, manifest, await response.arrayBuffer(), decoder).catch(() => null);
    if (sound) {
      sounds.set(clip.token, sound);
      return;
    }
    broken.push(clip.file);
    const other = reserve.get(clip.token);
    if (other && other !== clip) await loadClip(other);
  };
  await Promise.all(manifest.clips.map(loadClip));
  return { manifest, sounds, broken: broken.sort() };
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}

async function decode(
  clip: Clip,
  manifest: Manifest,
  file: ArrayBuffer,
  decoder: BaseAudioContext,
): Promise<Sound | null> {
  const buffer = await decoder.decodeAudioData(file);
  if (clip.source === 'synthetic') return { buffer, offsetMs: 0, durationMs: clip.durationMs, gain: 1 };
  const { from, to, loudness, peakDb } = measure(buffer.getChannelData(0), buffer.sampleRate);
  if (to === 0) return null;
  const inMs = (samples: number) => (samples * 1_000) / buffer.sampleRate;
  const gainDb = Math.min(manifest.loudness - loudness, peakCeilingDb - peakDb);
  return { buffer, offsetMs: inMs(from), durationMs: inMs(to - from), gain: factor(gainDb) };
}
