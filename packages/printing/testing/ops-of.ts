import { type DecoderState, decode, type Op } from '../src/virtual/decoder.ts';

/** Every op of a stream, or of the rest of one that was decoded up to `from`. */
export function opsOf(bytes: Iterable<number>, from: DecoderState = null): readonly Op[] {
  let state = from;
  const ops: Op[] = [];
  for (const byte of bytes) {
    const step = decode(state, byte);
    state = step.state;
    if (step.op) ops.push(step.op);
  }
  return ops;
}
