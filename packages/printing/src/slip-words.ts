import type { Track, Weekday } from '@antrean/domain';

/** Text of the slip. ASCII only: what lies outside differs between printers' code pages. */
export const indonesian = {
  queueNumber: 'Nomor antrean',
  reprint: 'CETAK ULANG',
  reprintedAt: (time: string) => `Dicetak ulang pukul ${time}`,
  priority: 'PRIORITAS',
  tracks: { quick: 'Jalur Cepat', self: 'Jalur Mandiri', long: 'Jalur Lama' } satisfies Record<Track, string>,
  ahead: (people: number) => (people === 0 ? 'Tidak ada yang menunggu di depan Anda' : `${people} orang di depan Anda`),
  estimate: (from: number, to: number) =>
    from === 0 ? `Perkiraan tunggu: kurang dari ${to} menit` : `Perkiraan tunggu: ${from}-${to} menit`,
  noEstimate: 'Perkiraan tunggu: menyusul, loket belum buka',
  place: (zone: string, counters: string) => `${zone}, Loket ${counters}`,
  noCounter: (zone: string) => `${zone}, tanyakan loketnya di meja informasi`,
  bring: 'Siapkan:',
  more: (items: number) => `dan ${items} lagi, tanyakan ke petugas`,
  missed: 'Terlewat? Segera lapor ke petugas loket.',
  follow: 'Pantau giliran dari ponsel Anda',
  keep: 'Simpan nomor ini',
  noFees: 'Layanan tanpa pungutan liar.',
  payments: 'Pembayaran resmi hanya di loket bank.',
  complaints: 'Pengaduan: SP4N-LAPOR! 1708, lapor.go.id',
  ticket: (shortId: string) => `Tiket ${shortId}`,
};

export type SlipWords = typeof indonesian;

export const english: SlipWords = {
  queueNumber: 'Queue number',
  reprint: 'REPRINT',
  reprintedAt: (time) => `Printed again at ${time}`,
  priority: 'PRIORITY',
  tracks: { quick: 'Quick track', self: 'Self-service track', long: 'Long track' },
  ahead: (people) =>
    people === 0
      ? 'Nobody is waiting ahead of you'
      : people === 1
        ? '1 person ahead of you'
        : `${people} people ahead of you`,
  estimate: (from, to) => (from === 0 ? `Expected wait: under ${to} minutes` : `Expected wait: ${from}-${to} minutes`),
  noEstimate: 'Expected wait: not known yet, no counter is open',
  place: (zone, counters) => `${zone}, Counter ${counters}`,
  noCounter: (zone) => `${zone}, ask for the counter at the information desk`,
  bring: 'Have ready:',
  more: (items) => `and ${items} more, ask an officer`,
  missed: 'Missed your call? Tell the officer at the counter.',
  follow: 'Follow your turn on your phone',
  keep: 'Keep this number',
  noFees: 'No unofficial fees.',
  payments: 'Official payments only at the bank counter.',
  complaints: 'Complaints: SP4N-LAPOR! 1708, lapor.go.id',
  ticket: (shortId) => `Ticket ${shortId}`,
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  mon: 'Senin',
  tue: 'Selasa',
  wed: 'Rabu',
  thu: 'Kamis',
  fri: 'Jumat',
  sat: 'Sabtu',
  sun: 'Minggu',
};

export const months: readonly string[] = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
