import OpusScript from 'opusscript';
import { oggOpus } from './ogg.ts';

export const opusRate = 48_000;
const frame = 960;
// What libopus looks ahead at 48 kHz; a player drops as much from the start.
const preSkip = 312;
const bitsPerSecond = 18_000;

/** 48 kHz mono samples as an Ogg Opus file that plays exactly as many. */
export function encodeOpus(samples: Float32Array): Buffer {
  const encoder = new OpusScript(opusRate, 1, OpusScript.Application.AUDIO);
  encoder.setBitrate(bitsPerSecond);
  const packets: Buffer[] = [];
  for (let start = 0; start < samples.length + preSkip; start += frame) {
    const pcm = Buffer.alloc(frame * 2);
    for (let index = 0; index < frame; index++)
      pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, samples[start + index] ?? 0)) * 32_767), index * 2);
    packets.push(encoder.encode(pcm, frame));
  }
  encoder.delete();
  return oggOpus(packets, preSkip, samples.length);
}
