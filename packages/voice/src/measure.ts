/** What of a recording is speech, in samples, and how loud it is, in dBFS. */
export type Measured = {
  readonly from: number;
  readonly to: number;
  readonly loudness: number;
  readonly peakDb: number;
};

// Speech begins where it rises out of the room: 45 dB below the loudest frame is under any voice and over most rooms.
const quietDb = -45;
const voicedDb = -20;
const frameMs = 10;
const leadMs = 10;
const tailMs = 20;

/** Finds the speech in a clip; a clip in which nothing is heard is empty, from 0 to 0. */
export function measure(samples: Float32Array, sampleRate: number): Measured {
  const size = Math.round((sampleRate * frameMs) / 1_000);
  const frames = framePowers(samples, size);
  const loudest = Math.max(0, ...frames);
  if (loudest === 0) return { from: 0, to: 0, loudness: Number.NEGATIVE_INFINITY, peakDb: Number.NEGATIVE_INFINITY };
  const isHeard = (power: number) => power > loudest * ratio(quietDb);
  const inFrames = (ms: number) => Math.round(ms / frameMs);
  const from = Math.max(0, frames.findIndex(isHeard) - inFrames(leadMs)) * size;
  const to = Math.min(samples.length, (frames.findLastIndex(isHeard) + 1 + inFrames(tailMs)) * size);
  const voiced = frames.filter((power) => power > loudest * ratio(voicedDb));
  const power = voiced.reduce((sum, one) => sum + one, 0) / voiced.length;
  return { from, to, loudness: 10 * Math.log10(power), peakDb: decibels(peakOf(samples)) };
}

function framePowers(samples: Float32Array, size: number): readonly number[] {
  const powers: number[] = [];
  for (let start = 0; start < samples.length; start += size) {
    const frame = samples.subarray(start, start + size);
    powers.push(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length);
  }
  return powers;
}

function ratio(db: number): number {
  return 10 ** (db / 10);
}

export function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** A linear amplitude in dBFS. */
export function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}

/** The linear factor of a gain in dB. */
export function factor(db: number): number {
  return 10 ** (db / 20);
}
