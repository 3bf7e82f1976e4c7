import { type Arguments, knownCommands } from './commands.ts';

/** What a run of bytes asks of the paper. `command` keeps its two bytes as `name`; an unknown one is a byte nobody has checked. */
export type Op =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'control'; readonly code: number }
  | { readonly kind: 'command'; readonly name: string; readonly args: readonly number[] }
  | { readonly kind: 'unknown'; readonly bytes: readonly number[] };

// Linked backwards: a picture has tens of thousands of bytes, and copying them at each byte would take minutes.
type Link = { readonly byte: number; readonly before: Link | null };
type Begun = {
  readonly name: string;
  readonly args: Link | null;
  readonly read: number;
  readonly wants: number | 'nul' | null;
};

/** A command that has begun and not ended: its first byte, or its name and what was read of it; null between commands. */
export type DecoderState = number | Begun | null;

type Step = { readonly state: DecoderState; readonly op: Op | null };

const introducers: readonly number[] = [0x1b, 0x1c, 0x1d];
const controls: readonly number[] = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x18];

/** One byte further. Pure, so that a stream cut anywhere gives the same ops. */
export function decode(state: DecoderState, byte: number): Step {
  if (state === null) {
    if (introducers.includes(byte)) return { state: byte, op: null };
    if (controls.includes(byte)) return { state: null, op: { kind: 'control', code: byte } };
    return { state: null, op: byte < 0x20 ? { kind: 'unknown', bytes: [byte] } : { kind: 'character', code: byte } };
  }
  if (typeof state === 'number') {
    const name = String.fromCharCode(state, byte);
    const rule = Object.hasOwn(knownCommands, name) ? knownCommands[name] : undefined;
    if (rule === undefined) return { state: null, op: { kind: 'unknown', bytes: [state, byte] } };
    return endOrGoOn({ name, args: null, read: 0, wants: typeof rule === 'function' ? null : rule });
  }
  const args = { byte, before: state.args };
  const begun = { ...state, args, read: state.read + 1 };
  if (state.wants === 'nul') return byte === 0 ? ended(begun) : { state: begun, op: null };
  return endOrGoOn(state.wants === null ? { ...begun, wants: wantsOf(begun) } : begun);
}

function wantsOf({ name, args }: Begun): number | 'nul' | null {
  const rule: Arguments = knownCommands[name] ?? 0;
  return typeof rule === 'function' ? rule(inOrder(args)) : rule;
}

function endOrGoOn(begun: Begun): Step {
  return begun.wants === begun.read ? ended(begun) : { state: begun, op: null };
}

function ended({ name, args }: Begun): Step {
  return { state: null, op: { kind: 'command', name, args: inOrder(args) } };
}

function inOrder(last: Link | null): readonly number[] {
  const bytes: number[] = [];
  for (let link = last; link; link = link.before) bytes.push(link.byte);
  return bytes.reverse();
}
