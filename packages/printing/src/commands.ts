/** ESC/POS as this transport speaks it; what a slip looks like is none of its business. */

/** DLE EOT: answered at once with one byte, even offline or with a full buffer. */
export const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);

/** GS a: four bytes now and on every change. */
export const automaticStatusOn = [0x1d, 0x61, 0x0f];

/** CAN and ESC @: drops page-mode data and resets the modes; half a job left behind would swallow the first bytes of the next. */
export const cleanStart = [0x18, 0x1b, 0x40];

/** DLE ENQ 2: give up what was interrupted, and clear the buffers. Heard offline too. */
export const recover = [0x10, 0x05, 0x02];

/** GS ( H: the four letters come back when everything before them is printed. */
export const processId = (fenceId: string) => [
  ...[0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30],
  ...Buffer.from(fenceId, 'latin1'),
];

/** GS r: one byte that waits its turn in the buffer. */
export const statusRequest = [0x1d, 0x72, 0x01];
