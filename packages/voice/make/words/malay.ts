import type { WordList } from './word-list.ts';

const numbers =
  'kosong satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas belas puluh seratus ratus seribu ribu'.split(
    ' ',
  );

export const malay: WordList = {
  ...Object.fromEntries(numbers.map((word) => [word, word])),
  pukul: 'pukul',
  'nombor-giliran': 'nombor giliran',
  'giliran-keutamaan': 'giliran keutamaan, nombor',
  'sila-ke': 'sila ke',
  kaunter: 'kaunter',
  'panggilan-kedua': 'panggilan kedua',
  'panggilan-semula': 'panggilan semula',
  'panggilan-terakhir': 'panggilan terakhir',
  'jika-tidak-hadir': 'Jika tidak hadir, nombor akan dilangkau. Sila lapor kepada petugas kaunter.',
  'selamat-datang': 'Selamat datang ke pusat perkhidmatan awam.',
  'perkhidmatan-sudah-dibuka': 'Perkhidmatan sudah dibuka.',
  'pengambilan-nombor-akan-ditutup': 'Pengambilan nombor giliran akan ditutup',
  'pengambilan-nombor-sudah-ditutup': 'Pengambilan nombor giliran hari ini sudah ditutup.',
  'terima-kasih': 'Terima kasih.',
  'perkhidmatan-berhenti-sebentar': 'Perkhidmatan berhenti sebentar',
  'berhenti-sebentar': 'berhenti sebentar',
  'untuk-solat-jumaat': 'untuk solat Jumaat',
  'untuk-solat': 'untuk solat',
  'untuk-rehat': 'untuk rehat',
  'perkhidmatan-dibuka-semula-pukul': 'Perkhidmatan dibuka semula pukul',
  'nombor-masih-sah': 'Nombor giliran anda masih sah.',
  'perkhidmatan-dibuka-semula': 'Perkhidmatan dibuka semula.',
  'sudah-dibuka-semula': 'sudah dibuka semula.',
  'terima-kasih-kerana-menunggu': 'Terima kasih kerana menunggu.',
  'harap-maaf': 'Harap maaf.',
  perkhidmatan: 'Perkhidmatan',
  'terhenti-kerana-gangguan': 'terhenti seketika kerana gangguan sistem.',
  perhatian: 'Perhatian.',
  'sila-lihat-skrin': 'Sila lihat skrin.',
};
