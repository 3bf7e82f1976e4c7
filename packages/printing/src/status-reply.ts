/** One thing a printer said. Four kinds share the byte stream; fixed bits tell them apart. */
export type Reply =
  | { readonly kind: 'realTime'; readonly byte: number }
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  | { readonly kind: 'waited'; readonly byte: number }
  | { readonly kind: 'done'; readonly fenceId: string }
  | { readonly kind: 'flow'; readonly on: boolean }
  | { readonly kind: 'other'; readonly bytes: readonly number[] };

/** The bytes of a reply that has begun and not ended. */
export type ReplyState = readonly number[];

export const noReply: ReplyState = [];

const blockStarts: readonly number[] = [0x37, 0x5f, 0x35, 0x3b, 0x3d];
const longestBlock = 128;

/**
 * Reads a chunk and keeps its place between chunks: inside a block a byte may look like any other reply, so searching chunks
 * would find replies that nobody sent.
 */
export function readReplies(state: ReplyState, chunk: Uint8Array): { state: ReplyState; replies: readonly Reply[] } {
  let pending = state;
  const replies: Reply[] = [];
  for (const byte of chunk) {
    const step = readByte(pending, byte);
    pending = step.state;
    replies.push(...step.replies);
  }
  return { state: pending, replies };
}

function readByte(pending: ReplyState, byte: number): { state: ReplyState; replies: readonly Reply[] } {
  const first = pending[0];
  if (first === undefined) return begin(byte);
  if (blockStarts.includes(first)) {
    const block = [...pending, byte];
    if (byte === 0) return { state: noReply, replies: [blockReply(block)] };
    return block.length < longestBlock
      ? { state: block, replies: [] }
      : { state: noReply, replies: [{ kind: 'other', bytes: block }] };
  }
  if ((byte & 0x90) !== 0) {
    // No byte of the four looks like this one. An answer or flow control slipped in between, which a printer may do at any
    // moment; or something new begins, and the four were never completed.
    const next = begin(byte);
    return next.state === noReply
      ? { state: pending, replies: next.replies }
      : { state: next.state, replies: [{ kind: 'other', bytes: pending }] };
  }
  const [a = 0, b = 0, c] = pending;
  if (c === undefined) return { state: [...pending, byte], replies: [] };
  return { state: noReply, replies: [{ kind: 'automatic', bytes: [a, b, c, byte] }] };
}

function begin(byte: number): { state: ReplyState; replies: readonly Reply[] } {
  if (blockStarts.includes(byte) || (byte & 0x93) === 0x10) return { state: [byte], replies: [] };
  return { state: noReply, replies: [single(byte)] };
}

function single(byte: number): Reply {
  if (byte === 0x11 || byte === 0x13) return { kind: 'flow', on: byte === 0x11 };
  if ((byte & 0x93) === 0x12) return { kind: 'realTime', byte };
  if ((byte & 0x90) === 0) return { kind: 'waited', byte };
  return { kind: 'other', bytes: [byte] };
}

function blockReply(block: readonly number[]): Reply {
  const isProcessId = block[0] === 0x37 && block[1] === 0x22 && block.length === 7;
  return isProcessId
    ? { kind: 'done', fenceId: String.fromCharCode(...block.slice(2, 6)) }
    : { kind: 'other', bytes: block };
}
