import { type DecoderState, decode, type Op } from '../src/virtual/decoder.ts';
import { type Paper, printOn } from '../src/virtual/paper.ts';
import { qrModules } from '../src/virtual/paper-picture.ts';
import { type WatchState, watchRealTime } from '../src/virtual/real-time.ts';

/** Where a printer stands in the stream of bytes. */
export type Reading = { readonly watch: WatchState; readonly decoder: DecoderState; readonly ops: readonly Op[] };

export const nothingRead: Reading = { watch: [], decoder: null, ops: [] };

/** The ops of `bytes` behind what was read before, as a printer takes them: real-time commands lifted out. */
export function read(from: Reading, bytes: Iterable<number>): Reading {
  let { watch, decoder } = from;
  const ops = [...from.ops];
  for (const byte of bytes) {
    const { state, passed } = watchRealTime(watch, byte);
    watch = state;
    for (const one of passed) {
      const step = decode(decoder, one);
      decoder = step.state;
      if (step.op) ops.push(step.op);
    }
  }
  return { watch, decoder, ops };
}

/** What comes of a job, written as text whose characters are bytes. */
export function paperOf(job: string, dots = 576): Paper {
  return printOn(dots, read(nothingRead, Buffer.from(job, 'latin1')).ops, qrModules);
}
