import type { Op } from './decoder.ts';

export type Roll = 'full' | 'low' | 'out';

/** All that a printer's answers tell of it. */
export type Condition = { readonly roll: Roll; readonly isCoverOpen: boolean; readonly isJammed: boolean };

const offline = 0x08;

/** A printer in such a condition prints nothing and takes nothing off its buffer. */
export function isStopped({ roll, isCoverOpen, isJammed }: Condition): boolean {
  return roll === 'out' || isCoverOpen || isJammed;
}

/** The answer to DLE EOT n. */
export function realTimeStatus(n: 1 | 2 | 3 | 4, condition: Condition): number {
  const { roll, isCoverOpen, isJammed } = condition;
  switch (n) {
    case 1:
      return 0x12 | (isStopped(condition) ? offline : 0);
    case 2:
      return 0x12 | (isCoverOpen ? 0x04 : 0) | (roll === 'out' ? 0x20 : 0) | (isJammed ? 0x40 : 0);
    case 3:
      return 0x12 | (isJammed ? 0x08 : 0);
    case 4:
      return 0x12 | { full: 0, low: 0x0c, out: 0x6c }[roll];
  }
}

/** The four bytes of automatic status, `GS a`. */
export function automaticStatus(condition: Condition): readonly [number, number, number, number] {
  const printer = 0x10 | (isStopped(condition) ? offline : 0) | (condition.isCoverOpen ? 0x20 : 0);
  return [printer, condition.isJammed ? 0x08 : 0, { full: 0, low: 0x03, out: 0x0f }[condition.roll], 0];
}

/** What a printer says when a question that waited in the buffer has its turn. An acknowledgement ends a job as well. */
export type Answer = { readonly kind: 'answer' | 'acknowledgement'; readonly bytes: Uint8Array };

/** Null when the op asks nothing that this printer could answer. */
export function answerTo(op: Op, condition: Condition, model: string): Answer | null {
  if (op.kind !== 'command') return null;
  const [first = 0] = op.args;
  if (op.name === '\x1dI') return said('answer', identity(first, model));
  if (op.name === '\x1dr') return said('acknowledgement', waitedStatus(first, condition));
  return op.name === '\x1d(' ? said('acknowledgement', processId(op.args)) : null;
}

function said(kind: Answer['kind'], bytes: Uint8Array | null): Answer | null {
  return bytes && { kind, bytes };
}

const texts: Readonly<Record<number, string>> = { 65: '1.00', 66: 'ANTREAN', 68: 'VIRTUAL001' };

/** `GS I n`: one byte, or a text between `5F` and `00`; 67 asks for the model's name. */
function identity(n: number, model: string): Uint8Array | null {
  // The number of the model, whether it has a cutter, the version.
  const byte = n < 52 ? [null, 0x20, 0x02, 0x01][n % 48] : null;
  if (typeof byte === 'number') return Uint8Array.of(byte);
  const text = n === 67 ? model : texts[n];
  return text === undefined ? null : Buffer.from(`\x5f${text}\0`, 'latin1');
}

/** `GS r n`: 1 asks for the paper, 2 for the drawer. */
function waitedStatus(n: number, { roll }: Condition): Uint8Array | null {
  if (n % 48 === 1) return Uint8Array.of({ full: 0, low: 0x03, out: 0x0f }[roll]);
  return n % 48 === 2 ? Uint8Array.of(0) : null;
}

/** `GS ( H`, function 48: the id comes back when everything before it is on paper. */
function processId(args: readonly number[]): Uint8Array | null {
  return args[0] === 0x48 && args[3] === 48 ? Uint8Array.of(0x37, 0x22, ...args.slice(5, 9), 0) : null;
}
