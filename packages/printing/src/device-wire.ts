import { constants, type FileHandle, open } from 'node:fs/promises';
import type { Timers } from './timers.ts';
import type { Wire } from './wire.ts';

/** How long to wait before a device that has nothing to say, or no room, is asked once more. */
const pauseMs = 20;
const closeMs = 1_000;

/**
 * A device file reads as well as it writes. It is opened so that no call waits inside the kernel: a read that does would hold one
 * of Node's four threads, and the program's end, until the printer speaks.
 */
export async function openDeviceWire(path: string, timers: Timers): Promise<Wire | null> {
  const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants;
  let file: FileHandle;
  try {
    file = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
  } catch {
    return null;
  }
  let isOver = false;
  let writing: Promise<void> = Promise.resolve();
  let told = () => {};
  const over = () => {
    isOver = true;
    told();
  };
  const pause = () => new Promise<void>((resolve) => void timers.after(pauseMs, resolve));

  /** Bytes moved; none when the device was not ready. */
  const tried = async (move: () => Promise<number>): Promise<number> => {
    try {
      return await move();
    } catch (error) {
      if (!isNotReady(error)) over();
      return 0;
    }
  };
  const readOn = async (bytes: (chunk: Uint8Array) => void) => {
    const buffer = new Uint8Array(256);
    while (!isOver) {
      const count = await tried(async () => (await file.read(buffer, 0, buffer.length, null)).bytesRead);
      if (isOver) return;
      // A printer with nothing to say may answer a read with no bytes at all; that is not its end.
      if (count > 0) bytes(buffer.subarray(0, count));
      else await pause();
    }
  };
  const writeAll = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length && !isOver; ) {
      const count = await tried(async () => (await file.write(bytes, at)).bytesWritten);
      at += count;
      if (count === 0) await pause();
    }
  };
  return {
    listen(bytes, closed) {
      told = closed;
      void readOn(bytes);
    },
    write(bytes) {
      writing = writing.then(() => writeAll(bytes));
    },
    async close() {
      let stop = () => {};
      const enough = new Promise<void>((resolve) => {
        stop = timers.after(closeMs, resolve);
      });
      await Promise.race([writing, enough]);
      stop();
      over();
      await file.close();
    },
  };
}

function isNotReady(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR');
}
