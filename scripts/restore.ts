import path from 'node:path';
import { parseArgs } from 'node:util';
import { siteTime } from '@antrean/domain';
import { planRestore, type RestorePlan, restore, StoreRefusesToOpen } from '@antrean/store';

const usage = 'npm run restore -- FILE --data DIR [--yes]';
const problems = {
  inUse: 'Server masih berjalan. Hentikan dulu, lalu ulangi. Stop the server first, then try again.',
} as const;

try {
  await putBack();
} catch (error) {
  const isOurs = error instanceof StoreRefusesToOpen;
  if (isOurs && error.code === 'inUse') console.error(problems.inUse);
  else if (isOurs) console.error(`Cadangan tidak dipulihkan. Nothing was restored: ${error.message}`);
  else console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}

/** Says what would be lost, and does it only when told so with `--yes`. */
async function putBack(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: process.env.ANTREAN_DATA }, yes: { type: 'boolean', default: false } },
  });
  const [copy] = positionals;
  if (!copy || positionals.length > 1 || !values.data)
    throw new Error('Sebutkan satu berkas cadangan dan folder data. Name one backup and the data folder.');
  const file = path.resolve(values.data, 'antrean.db');
  const plan = planRestore(file, path.resolve(copy));
  console.log(lossOf(plan));
  if (!values.yes) {
    console.log(
      '\nBelum ada yang diubah. Ulangi dengan --yes untuk memulihkan. Nothing was changed. Repeat with --yes to restore.',
    );
    process.exitCode = 2;
    return;
  }
  const { aside, epoch, seq } = await restore(plan, Date.now());
  console.log(
    `\nSelesai. Done: ${file} (epoch ${epoch}, ${seq} peristiwa / events).` +
      `${aside === null ? '' : `\nYang lama disimpan di ${aside}. The old database is kept there.`}` +
      '\nJalankan server. Bila hari layanan terbuka, nomor baru menunggu pengawas: papan, "Buka nomor". Pengunjung yang nomornya hilang dari sistem diminta mengambil nomor baru.' +
      '\nStart the server. On an open day new numbers wait for a supervisor: board, "Open ticketing". Visitors whose number is lost take a new one.',
  );
}

function lossOf({ copy, current, whyUnknown }: RestorePlan): string {
  const said = (at: number | null) => {
    if (at === null) return '-';
    const { date, time } = siteTime(at, copy.timeZone);
    return `${date} ${time}`;
  };
  const head = `Cadangan / backup: ${copy.site}, ${copy.seq} peristiwa / events, ${copy.visits} pengunjung / visitors, terakhir / last ${said(copy.lastAt)}`;
  if (!current)
    return `${head}\nSekarang / now: tidak terbaca / cannot be read (${whyUnknown})\nTidak diketahui apa yang hilang sesudah cadangan. Nobody knows what was lost after the backup.`;
  const events = current.seq - copy.seq;
  const visits = current.visits - copy.visits;
  const now = `Sekarang / now: ${current.seq} peristiwa / events, ${current.visits} pengunjung / visitors, terakhir / last ${said(current.lastAt)}`;
  const lost =
    current.epoch === copy.epoch && events <= 0
      ? 'Tidak ada yang hilang. Nothing would be lost.'
      : `AKAN HILANG: ${Math.max(0, events)} peristiwa, ${Math.max(0, visits)} pengunjung sesudah ${said(copy.lastAt)}.\nWILL BE LOST: ${Math.max(0, events)} events, ${Math.max(0, visits)} visitors after ${said(copy.lastAt)}.`;
  return `${head}\n${now}\n${lost}`;
}
