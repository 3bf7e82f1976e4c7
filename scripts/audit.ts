import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditChain, auditDay, type DayReport, StoreRefusesToOpen } from '@antrean/store';
import { copiesIn } from '../apps/server/src/backups/copy-names.ts';

const usage = 'npm run audit -- verify | day [YYYY-MM-DD]   --data DIR [--backups DIR] | --file FILE';

try {
  audit();
} catch (error) {
  const isOurs = error instanceof StoreRefusesToOpen;
  console.error(isOurs ? error.message : `${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 2;
}

function audit(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.ANTREAN_DATA },
      backups: { type: 'string', default: process.env.ANTREAN_BACKUPS },
      file: { type: 'string' },
    },
  });
  const [what, date] = positionals;
  const folder = values.data && path.resolve(values.data);
  const file = values.file ?? (folder && path.join(folder, 'antrean.db'));
  const isUnderstood =
    what === 'verify' ? date === undefined : what === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(date ?? '2000-01-01');
  if (!file || !isUnderstood) throw new Error('Apa yang diperiksa? What is to be checked?');
  const look = (at: string) => (what === 'verify' ? verify(at) : day(at, date ?? null));
  try {
    look(path.resolve(file));
  } catch (error) {
    if (!(error instanceof StoreRefusesToOpen) || error.code !== 'inUse' || !folder) throw error;
    look(newestBackup(path.resolve(values.backups ?? path.join(folder, 'backups'))));
  }
}

/** A running server keeps its database to itself; what it copied is the same log up to then. */
function newestBackup(folder: string): string {
  // Their order is the same in every zone.
  const newest = existsSync(folder) ? copiesIn(readdirSync(folder), 'UTC').at(-1) : undefined;
  if (!newest)
    throw new StoreRefusesToOpen(
      'inUse',
      'Server sedang berjalan dan belum ada cadangan: jalankan npm run backup dulu. The server runs and there is no backup yet: npm run backup first.',
    );
  console.log(
    `Server sedang berjalan; yang diperiksa cadangan ${newest.name}. The server runs; checked is its backup ${newest.name} (for a newer one: npm run backup).`,
  );
  return path.join(folder, newest.name);
}

function verify(file: string): void {
  const { seq, hash, broken } = auditChain(file);
  if (broken === null) {
    console.log(`Catatan utuh: ${seq} peristiwa. The log is whole: ${seq} events.\n${grouped(hash)}`);
    return;
  }
  console.error(
    `CATATAN RUSAK mulai peristiwa ${broken} dari ${seq}. THE LOG IS BROKEN from event ${broken} of ${seq} on.\n` +
      'Simpan berkas ini, jangan diubah; bandingkan dengan cadangan. Keep this file as it is and compare it with the backups.',
  );
  process.exitCode = 1;
}

function day(file: string, date: string | null): void {
  const found = auditDay(file, date);
  if (found) console.log(slip(found));
  else {
    console.error(`Tidak ada hari layanan ${date ?? ''}. There is no such service day.`);
    process.exitCode = 1;
  }
}

/** Thirty-two columns, as wide as a roll of 58 mm: for any receipt printer or a page in the file. */
function slip({ serviceDay, isClosed, from, to, hash }: DayReport): string {
  return [
    '--------------------------------',
    `HARI LAYANAN ${serviceDay}`,
    isClosed ? 'Sudah ditutup / closed' : 'BELUM DITUTUP / NOT CLOSED YET',
    `Peristiwa / events ${from}-${to}`,
    'Hash penutup / closing hash',
    ...grouped(hash).split('\n'),
    '',
    'Tanda tangan / signature:',
    '',
    '--------------------------------',
  ].join('\n');
}

function grouped(hash: string): string {
  const words = hash.match(/.{4}/g) ?? [];
  return [0, 4, 8, 12].map((at) => words.slice(at, at + 4).join(' ')).join('\n');
}
