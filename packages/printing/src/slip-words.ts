import type { Language, Track, Weekday } from '@antrean/domain';

/** What stands beneath the Indonesian on paper. */
export type SecondLanguage = 'en' | null;

/** Malay readers read the Indonesian; printers have no Chinese letters, so readers of Chinese get the English as well. */
export function secondLanguageFor(language: Language): SecondLanguage {
  return language === 'en' || language === 'zh' ? 'en' : null;
}

/** Text of the slip and of the list. ASCII only: what lies outside differs between printers' code pages. */
export const indonesian = {
  queueNumber: 'Nomor antrean',
  reprint: 'CETAK ULANG',
  reprintedAt: (time: string) => `Dicetak ulang pukul ${time}`,
  priority: 'PRIORITAS',
  tracks: { quick: 'Jalur Cepat', self: 'Jalur Mandiri', long: 'Jalur Lama' } satisfies Record<Track, string>,
  ahead: (people: number) => (people === 0 ? 'Tidak ada yang menunggu di depan Anda' : `${people} orang di depan Anda`),
  byArrival: 'Urutan dijaga menurut waktu kedatangan Anda',
  estimate: (from: number, to: number) =>
    from === 0 ? `Perkiraan tunggu: kurang dari ${to} menit` : `Perkiraan tunggu: ${from}-${to} menit`,
  noEstimate: 'Perkiraan tunggu: menyusul, loket belum buka',
  counters: (names: string) => (names === '' ? 'tanyakan loket di meja informasi' : `Loket ${names}`),
  bring: 'Siapkan:',
  more: (items: number) => `dan ${items} lagi, tanya petugas`,
  missed: 'Terlewat? Lapor petugas loket.',
  follow: 'Pantau dari ponsel Anda',
  keep: 'Simpan nomor ini',
  listTitle: 'DAFTAR PERSYARATAN',
  notANumber: 'Bukan nomor antrean',
  noPapers: 'Tidak ada berkas khusus untuk layanan ini.',
  comeTo: 'Datang ke:',
  hours: 'Jam layanan:',
  closed: 'tutup',
  lastNumber: (minutes: number) => `Nomor terakhir: ${minutes} menit sebelum tutup`,
  printed: (date: string) => `Dicetak ${date}`,
  noFees: 'Layanan tanpa pungutan liar',
  payments: 'Bayar resmi hanya di loket bank',
  complaints: 'Pengaduan:',
  ticket: (shortId: string) => `Tiket ${shortId}`,
  offline: 'luring',
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
  byArrival: 'Your place is kept by your time of arrival',
  estimate: (from, to) => (from === 0 ? `Expected wait: under ${to} minutes` : `Expected wait: ${from}-${to} minutes`),
  noEstimate: 'Expected wait: not known, no counter open',
  counters: (names) =>
    names === '' ? 'ask at the information desk' : `${/[-,]/.test(names) ? 'Counters' : 'Counter'} ${names}`,
  bring: 'Have ready:',
  more: (items) => `and ${items} more`,
  missed: 'Missed it? Tell the officer.',
  follow: 'Follow on your phone',
  keep: 'Keep this number',
  listTitle: 'LIST OF REQUIREMENTS',
  notANumber: 'Not a queue number',
  noPapers: 'No special papers for this service.',
  comeTo: 'Come to:',
  hours: 'Opening hours:',
  closed: 'closed',
  lastNumber: (minutes) => `Last number: ${minutes} minutes before closing`,
  printed: (date) => `Printed ${date}`,
  noFees: 'No unofficial fees',
  payments: 'Pay only at the bank counter',
  complaints: 'Complaints:',
  ticket: (shortId) => `Ticket ${shortId}`,
  offline: 'offline',
};

/** SP4N-LAPOR!, the state's one channel for complaints about public services. */
export const complaintsTo = 'SP4N-LAPOR! 1708, lapor.go.id';

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
