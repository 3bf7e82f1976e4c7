import { isComplete, knownCommands } from './commands.ts';

/** What a run of bytes asks of the paper. `command` keeps its two bytes as `name`; an unknown one is a byte nobody has checked. */
export type Op =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'control'; readonly code: number }
  | { readonly kind: 'command'; readonly name: string; readonly args: readonly number[] }
  | { readonly kind: 'unknown'; readonly bytes: readonly number[] };

/** The bytes of a command that has begun and not ended. */
export type DecoderState = readonly number[];

const introducers: readonly number[] = [0x10, 0x1b, 0x1c, 0x1d];
const controls: readonly number[] = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x18];

/** One byte further. Pure, so that a stream cut anywhere gives the same ops. */
export function decode(state: DecoderState, byte: number): { state: DecoderState; op: Op | null } {
  if (state.length === 0) {
    if (introducers.includes(byte)) return { state: [byte], op: null };
    if (controls.includes(byte)) return { state: [], op: { kind: 'control', code: byte } };
    return { state: [], op: byte < 0x20 ? { kind: 'unknown', bytes: [byte] } : { kind: 'character', code: byte } };
  }
  const bytes = [...state, byte];
  const name = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  const rule = Object.hasOwn(knownCommands, name) ? knownCommands[name] : undefined;
  if (rule === undefined) return { state: [], op: { kind: 'unknown', bytes } };
  const args = bytes.slice(2);
  return isComplete(rule, args) ? { state: [], op: { kind: 'command', name, args } } : { state: bytes, op: null };
}

/** Real-time commands, which a printer answers the moment they arrive, whatever it is doing. */
export type RealTime =
  | { readonly kind: 'status'; readonly n: number }
  | { readonly kind: 'recover'; readonly clears: boolean };

/** Watches the bytes as they arrive, before any buffer. */
export function watchRealTime(state: DecoderState, byte: number): { state: DecoderState; heard: RealTime | null } {
  const [first, second] = state;
  if (first === undefined) return { state: byte === 0x10 ? [byte] : [], heard: null };
  if (second === undefined) {
    if (byte === 0x04 || byte === 0x05) return { state: [first, byte], heard: null };
    return { state: byte === 0x10 ? [byte] : [], heard: null };
  }
  if (second === 0x04 && byte >= 1 && byte <= 4) return { state: [], heard: { kind: 'status', n: byte } };
  if (second === 0x05 && (byte === 1 || byte === 2))
    return { state: [], heard: { kind: 'recover', clears: byte === 2 } };
  return { state: byte === 0x10 ? [byte] : [], heard: null };
}
