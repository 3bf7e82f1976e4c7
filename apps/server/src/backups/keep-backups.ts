import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CopyReport, Store } from '@antrean/store';
import type { FastifyBaseLogger } from 'fastify';
import { copiesIn, copyName, lastDue, type NamedCopy } from './copy-names.ts';
import { copiesToDrop } from './keep-rule.ts';

/** Whether the mall could be had back, and from when. `failedAt` is empty as soon as a later copy was made. */
type BackupState = {
  readonly isRunning: boolean;
  readonly lastAt: number | null;
  readonly failedAt: number | null;
};

type Copied =
  | { readonly ok: true; readonly file: string; readonly report: CopyReport }
  | { readonly ok: false; readonly problem: string };

export type Backups = {
  /** Makes the copy that is due; at most one at a time, and after a failure the next one ten minutes later. */
  settle(): Promise<void>;
  /** Makes a copy now, or waits for the one that is being made. */
  now(): Promise<Copied>;
  state(): BackupState;
  close(): Promise<void>;
};

type BackupOptions = {
  readonly store: Store;
  readonly folder: string;
  /** HH:MM on the mall's wall; none for copies on demand only. */
  readonly times: readonly string[];
  readonly wall: () => number;
  readonly log: FastifyBaseLogger;
};

const againAfterMs = 10 * 60_000;

/** Keeps copies of a running mall: made when due, checked by the store, thinned out by rule. */
export async function keepBackups({ store, folder, times, wall, log }: BackupOptions): Promise<Backups> {
  const { timeZone } = store.catalogue().site;
  let lastAt = (await copies().catch(() => [])).at(-1)?.at ?? null;
  let failedAt: number | null = null;
  let running: Promise<Copied> | null = null;
  let isClosed = false;

  async function copies(): Promise<readonly NamedCopy[]> {
    return copiesIn(await readdir(folder), timeZone);
  }

  async function copy(): Promise<Copied> {
    const at = wall();
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, copyName(at, timeZone, await readdir(folder)));
      const report = await store.backup(file);
      lastAt = at;
      failedAt = null;
      log.info({ event: 'backup.made', seq: report.seq, bytes: report.bytes });
      // Only now, with a new one that is whole: a disk that fails must not take the old ones along.
      for (const { name } of copiesToDrop(await copies())) await rm(path.join(folder, name), { force: true });
      return { ok: true, file, report };
    } catch (err) {
      failedAt = at;
      log.error({ event: 'backup.failed', err });
      return { ok: false, problem: err instanceof Error ? err.message : String(err) };
    }
  }

  function now(): Promise<Copied> {
    running ??= copy().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    async settle() {
      if (isClosed || times.length === 0) return;
      const at = wall();
      const rests = failedAt !== null && at >= failedAt && at - failedAt < againAfterMs;
      if (!rests && (lastAt === null || lastAt < lastDue(at, timeZone, times))) await now();
    },
    now,
    state: () => ({ isRunning: running !== null, lastAt, failedAt }),
    async close() {
      isClosed = true;
      await running;
    },
  };
}
