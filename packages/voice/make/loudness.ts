import { decibels } from '../src/measure.ts';

const blockMs = 400;
const stepMs = 100;
const absoluteGate = -70;
const relativeGate = -10;

/**
 * Integrated loudness of a mono sound in LUFS, after ITU-R BS.1770-4: K-weighting, blocks of 400 ms with 75 % overlap, both gates. A
 * sound shorter than a block has none (-Infinity). As in every hall with one loudspeaker line, mono counts as one channel.
 */
export function loudness(samples: Float32Array, sampleRate: number): number {
  const weighted = highPass(highShelf(samples, sampleRate), sampleRate);
  const size = (sampleRate * blockMs) / 1_000;
  const step = (sampleRate * stepMs) / 1_000;
  const powers: number[] = [];
  for (let start = 0; start + size <= weighted.length; start += step)
    powers.push(meanSquare(weighted.subarray(start, start + size)));
  const audible = powers.filter((power) => toLufs(power) > absoluteGate);
  const gate = toLufs(mean(audible)) + relativeGate;
  return toLufs(mean(audible.filter((power) => toLufs(power) > gate)));
}

/** Highest peak between the samples as well, in dBTP, by fourfold oversampling. */
export function truePeak(samples: Float32Array): number {
  const reach = 16;
  let peak = 0;
  for (let index = 0; index < samples.length; index++)
    for (let quarter = 0; quarter < 4; quarter++) {
      let sum = 0;
      for (let at = 1 - reach; at <= reach; at++) sum += (samples[index + at] ?? 0) * sinc(at - quarter / 4, reach + 1);
      peak = Math.max(peak, Math.abs(sum));
    }
  return decibels(peak);
}

function sinc(x: number, width: number): number {
  if (x === 0) return 1;
  return ((0.5 + 0.5 * Math.cos((Math.PI * x) / width)) * Math.sin(Math.PI * x)) / (Math.PI * x);
}

type Filter = { readonly b: readonly [number, number, number]; readonly a: readonly [number, number] };

// Both filters of the recommendation from their analogue parameters, so that any sample rate will do.
function highShelf(samples: Float32Array, sampleRate: number): Float32Array {
  const k = Math.tan((Math.PI * 1_681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return filtered(samples, {
    b: [(high + (band * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / q + k * k) / a0],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  });
}

function highPass(samples: Float32Array, sampleRate: number): Float32Array {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return filtered(samples, { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] });
}

function filtered(samples: Float32Array, { b, a }: Filter): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

function meanSquare(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}
