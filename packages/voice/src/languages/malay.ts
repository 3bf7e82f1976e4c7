import { minutesAfter, type Tongue } from '../tongue.ts';
import { terbilang } from './indonesian.ts';

const digits = ['kosong', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'lapan', 'sembilan'];
const cardinal = terbilang(digits);
const call = '{queue} {number} | sila-ke [{agency}] kaunter {counter} [{zone}]';
const until = '[perkhidmatan-dibuka-semula-pukul {time}]';

export const malay: Tongue = {
  digits,
  cardinal,
  time: (hour, minute) => [...cardinal(hour), ...minutesAfter(minute, { digits, cardinal })],
  queue: { ordinary: 'nombor-giliran', priority: 'giliran-keutamaan' },
  reasons: { fridayPrayer: 'untuk-solat-jumaat', prayer: 'untuk-solat', meal: 'untuk-rehat' },
  templates: {
    firstCall: call,
    secondCall: `panggilan-kedua | ${call}`,
    recall: `panggilan-semula | ${call}`,
    lastCall: `panggilan-terakhir | ${call} | jika-tidak-hadir`,
    opening: 'selamat-datang | perkhidmatan-sudah-dibuka',
    closingSoon: 'pengambilan-nombor-akan-ditutup [pukul {time}]',
    closed: 'pengambilan-nombor-sudah-ditutup | terima-kasih',
    pause: `perkhidmatan-berhenti-sebentar [{reason}] | ${until} | nombor-masih-sah`,
    pauseOver: 'perkhidmatan-dibuka-semula | terima-kasih-kerana-menunggu',
    systemDown: 'harap-maaf | perkhidmatan terhenti-kerana-gangguan | nombor-masih-sah',
    agencyPause: `perkhidmatan {agency} berhenti-sebentar [{reason}] | ${until} | nombor-masih-sah`,
    agencyPauseOver: 'perkhidmatan {agency} sudah-dibuka-semula',
    agencySystemDown: 'harap-maaf | perkhidmatan {agency} terhenti-kerana-gangguan | nombor-masih-sah',
    attention: 'perhatian | sila-lihat-skrin',
  },
};
