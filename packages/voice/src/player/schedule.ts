import type { Language } from '@antrean/domain';
import { factor } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Token } from '../tongue.ts';
import type { Sound } from './sounds.ts';

export type Sounds = Readonly<Partial<Record<Language, ReadonlyMap<Token, Sound>>>>;

// E5, C5, G4, falling: heard over talk, and no alarm. A sine has no file and no licence.
const chimeNotes = [659, 523, 392] as const;
const chimeStepSeconds = 0.28;
const chimeLoudness = 0.3;
const chimeDecaySeconds = 0.22;
const attackSeconds = 0.008;

const thresholdDb = -3;
const ratio = 20;
// A compressor of Web Audio turns everything up by 0.6 of what it takes from the loudest sound; here that is taken back.
const makeupDb = -thresholdDb * (1 - 1 / ratio) * 0.6;

/** The way to the loudspeaker: volume, then a compressor that only holds down what would be cut off. */
export function buildChain(context: BaseAudioContext): GainNode {
  const volume = context.createGain();
  const compressor = context.createDynamicsCompressor();
  compressor.threshold.value = thresholdDb;
  compressor.knee.value = 0;
  compressor.ratio.value = ratio;
  compressor.attack.value = 0.002;
  compressor.release.value = 0.1;
  const level = context.createGain();
  level.gain.value = factor(-makeupDb);
  volume.connect(compressor).connect(level).connect(context.destination);
  return volume;
}

/** Puts a plan on a context's clock from `start` (seconds) on. `stop` ends it at once; `onEnd` is called when it has been played. */
export function schedule(plan: Plan, sounds: Sounds, into: AudioNode, start: number, onEnd: () => void): () => void {
  const { context } = into;
  const sources: AudioScheduledSourceNode[] = plan.hasChime ? chime(into, start) : [];
  for (const { language, token, at } of plan.clips) {
    const sound = sounds[language]?.get(token);
    if (!sound) throw new Error(`planned without its clip: ${language} ${token}`);
    const source = context.createBufferSource();
    const gain = context.createGain();
    source.buffer = sound.buffer;
    gain.gain.value = sound.gain;
    source.connect(gain).connect(into);
    source.start(start + at / 1_000, sound.offsetMs / 1_000, sound.durationMs / 1_000);
    sources.push(source);
  }
  // Silence as long as the plan, so that its end comes from the clock of the sound and from no other.
  const whole = context.createConstantSource();
  whole.offset.value = 0;
  whole.connect(into);
  whole.onended = onEnd;
  whole.start(start);
  whole.stop(start + plan.totalMs / 1_000);
  sources.push(whole);
  return () => {
    whole.onended = null;
    for (const source of sources) source.stop();
  };
}

function chime(into: AudioNode, start: number): AudioScheduledSourceNode[] {
  return chimeNotes.map((frequency, index) => {
    const at = start + index * chimeStepSeconds;
    const note = into.context.createOscillator();
    const gain = into.context.createGain();
    note.frequency.value = frequency;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(chimeLoudness, at + attackSeconds);
    gain.gain.setTargetAtTime(0, at + attackSeconds, chimeDecaySeconds);
    note.connect(gain).connect(into);
    note.start(at);
    note.stop(at + chimeDecaySeconds * 6);
    return note;
  });
}
