import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pause } from '../load/people.ts';

/** A disk in a file, whose power can be cut. */
export type CutDisk = {
  readonly folder: string;
  /** Holds this process still and loses whatever was not forced to the disk, both at once. */
  cut(pid: number): Promise<void>;
  /** The power is back. Nobody may have a file open on it. */
  mountAgain(): Promise<void>;
  close(): Promise<void>;
};

// They lie where only root's own shell looks.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
const tools = ['mkfs.ext4', 'mount', 'umount', 'perl'];

/** Why disks cannot be cut on this machine, null when they can. */
export function whyNoDisk(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root, to mount a disk of its own';
  const lacking = tools.find((tool) => !succeeds('which', tool));
  if (lacking !== undefined) return `needs ${lacking}`;
  // Root in a container may not mount.
  const place = mkdtempSync(path.join(tmpdir(), 'antrean-disk-'));
  const image = path.join(place, 'image');
  writeFileSync(image, '');
  truncateSync(image, 2 * 1024 * 1024);
  run('mkfs.ext4', '-q', '-F', image);
  const mounts = succeeds('mount', '-o', 'loop', image, place);
  if (mounts) run('umount', place);
  rmSync(place, { recursive: true });
  return mounts ? null : 'needs to mount a disk in a file';
}

export async function makeDisk(mib: number): Promise<CutDisk> {
  const place = mkdtempSync(path.join(tmpdir(), 'antrean-disk-'));
  const [image, folder] = [path.join(place, 'image'), path.join(place, 'mounted')];
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, mib * 1024 * 1024);
  run('mkfs.ext4', '-q', '-F', image);
  mount();

  function mount(): void {
    run('mount', '-o', 'loop', image, folder);
  }

  /** A process that was just killed may hold its files a moment longer. */
  async function unmount(): Promise<void> {
    for (let tries = 0; !succeeds('umount', folder); tries += 1) {
      if (tries > 100) throw new Error(`${folder} stays busy`);
      await pause(50);
    }
  }

  return {
    folder,
    async cut(pid) {
      const knife = spawn('perl', [path.join(import.meta.dirname, 'cut-off.pl'), folder, String(pid)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const lines = createInterface(knife.stdout)[Symbol.asyncIterator]();
      await lines.next();
      knife.stdin.write('\n');
      const { value } = await lines.next();
      if (value !== 'cut') throw new Error('the disk was not cut off');
      await once(knife, 'close');
    },
    async mountAgain() {
      await unmount();
      mount();
    },
    async close() {
      await unmount();
      rmSync(place, { recursive: true });
    },
  };
}

function succeeds(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { env }).status === 0;
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { env });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
