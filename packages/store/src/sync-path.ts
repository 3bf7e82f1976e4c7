import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Forces what was written to a file onto the disk. */
export function syncFile(file: string): void {
  // Windows syncs only what was opened for writing.
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Forces a folder's names onto the disk: after a rename, the file has its name also after a power cut. */
export function syncFolder(folder: string): void {
  // Windows knows no open folders, and writes names with the file.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
