import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Room = { readonly free: number; readonly total: number };
type DiskState = 'ok' | 'low' | 'full';

export type DiskGuard = {
  settle(): Promise<void>;
  state(): DiskState;
};

const mib = 1024 * 1024;
const ballastBytes = 64 * mib;
// Below this a commit may fail at any moment: the ballast goes, so that the day can still be closed cleanly.
const fullBelow = 32 * mib;
// Ample for weeks of a busy mall, whatever the disk's size.
const lowBelow = 5 * 1024 * mib;
const lowShare = 0.1;
const roomForBallast = 1024 * mib;

/** Watches the disk of the data folder, and keeps a file there that is given up when the disk is full. */
export function guardDisk(folder: string, room: (folder: string) => Promise<Room> = roomOf): DiskGuard {
  const ballast = path.join(folder, 'ballast');
  let state: DiskState = 'ok';
  return {
    async settle() {
      const { free, total } = await room(folder);
      state = free < fullBelow ? 'full' : free < lowBelow && free < total * lowShare ? 'low' : 'ok';
      if (state === 'full') return rm(ballast, { force: true });
      const isThere = await stat(ballast).then(
        ({ size }) => size === ballastBytes,
        () => false,
      );
      if (isThere || free < roomForBallast) return;
      await writeFile(ballast, Buffer.alloc(ballastBytes));
    },
    state: () => state,
  };
}

async function roomOf(folder: string): Promise<Room> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}
