import type { Sound } from './engine.ts';

const lobes = 24;

/** The same sound at a higher rate, by a windowed sinc; no frequency of it is lost and none is added. */
export function resample({ samples, sampleRate }: Sound, wanted: number): Sound {
  const step = sampleRate / wanted;
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let index = 0; index < out.length; index++) {
    const centre = index * step;
    let sum = 0;
    for (let at = Math.ceil(centre - lobes); at <= centre + lobes; at++)
      sum += (samples[at] ?? 0) * kernel(at - centre);
    out[index] = sum;
  }
  return { samples: out, sampleRate: wanted };
}

function kernel(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / lobes);
  return (window * Math.sin(Math.PI * x)) / (Math.PI * x);
}
