import { factor } from '../src/measure.ts';

/** Fades both ends, so that a joint of two clips never clicks. Changes the samples in place. */
export function fade(samples: Float32Array, inSamples: number, outSamples: number): void {
  for (let index = 0; index < samples.length; index++) {
    const fromEnd = samples.length - 1 - index;
    const gain = Math.min(1, index / inSamples, fromEnd / outSamples);
    samples[index] = (samples[index] ?? 0) * gain;
  }
}

/**
 * Turned up by `gainDb`, with every peak brought under the ceiling. The gain goes down ahead of a peak and up behind it over `reach`
 * samples, so nothing is cut off.
 */
export function limit(samples: Float32Array, gainDb: number, ceilingDb: number, reach: number): Float32Array {
  const gain = factor(gainDb);
  const ceiling = factor(ceilingDb);
  const needed = samples.map((sample) => Math.min(1, ceiling / Math.max(1e-9, Math.abs(sample) * gain)));
  if (needed.every((one) => one === 1)) return samples.map((sample) => sample * gain);
  // The mean of what is least around each sample is never more than that sample needs.
  const smooth = meanOver(leastOver(needed, reach), reach);
  return samples.map((sample, index) => sample * gain * (smooth[index] ?? 1));
}

function leastOver(values: Float32Array, reach: number): Float32Array {
  return values.map((_, index) => {
    let least = 1;
    for (let at = index - reach; at <= index + reach; at++) least = Math.min(least, values[at] ?? 1);
    return least;
  });
}

function meanOver(values: Float32Array, reach: number): Float32Array {
  return values.map((_, index) => {
    let sum = 0;
    for (let at = index - reach; at <= index + reach; at++) sum += values[at] ?? 1;
    return sum / (2 * reach + 1);
  });
}
