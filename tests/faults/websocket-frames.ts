import type { Socket } from 'node:net';

/** Cuts what comes out of a WebSocket connection into frames. `afterHead` is true for the side that first sends its HTTP answer. */
export function eachFrame(
  from: Socket,
  take: (bytes: Buffer, isMessage: boolean) => void,
  { afterHead }: { readonly afterHead: boolean },
): void {
  let held = Buffer.alloc(0);
  let isHead = afterHead;
  from.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    if (isHead) {
      const end = held.indexOf('\r\n\r\n');
      if (end < 0) return;
      take(held.subarray(0, end + 4), false);
      held = held.subarray(end + 4);
      isHead = false;
    }
    for (let length = frameLength(held); length !== null && held.length >= length; length = frameLength(held)) {
      take(held.subarray(0, length), isText(held));
      held = held.subarray(length);
    }
  });
}

/** Bytes of the frame that begins here (RFC 6455, 5.2), null while that cannot be told yet. */
function frameLength(bytes: Buffer): number | null {
  const second = bytes[1];
  if (second === undefined) return null;
  const mask = second & 0x80 ? 4 : 0;
  const short = second & 0x7f;
  if (short < 126) return 2 + mask + short;
  const extended = short === 126 ? 2 : 8;
  if (bytes.length < 2 + extended) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return 2 + extended + mask + size;
}

function isText(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 1;
}
