import { minutesAfter, parts, type Token, type Tongue } from '../tongue.ts';

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const cardinal = terbilang(digits);

/** Terbilang, the Indonesian and Malay way to say a number, over the words for 0 to 9 of either. */
export function terbilang(ones: readonly Token[]): (n: number) => readonly Token[] {
  const say = (n: number): readonly Token[] => {
    if (n < 10) return [ones[n] ?? ''];
    if (n === 10) return ['sepuluh'];
    if (n === 11) return ['sebelas'];
    if (n < 20) return [...say(n - 10), 'belas'];
    if (n < 100) return joined(n, 10, 'puluh');
    if (n < 200) return ['seratus', ...rest(n - 100)];
    if (n < 1_000) return joined(n, 100, 'ratus');
    if (n < 2_000) return ['seribu', ...rest(n - 1_000)];
    return joined(n, 1_000, 'ribu');
  };
  const rest = (n: number) => (n === 0 ? [] : say(n));
  const joined = (n: number, power: number, word: Token) => {
    const [high, low] = parts(n, power);
    return [...say(high), word, ...rest(low)];
  };
  return say;
}

const call = '{queue} {number} | silakan-menuju [gerai {agency}] loket {counter} [{zone}]';
const until = '[pelayanan-dibuka-kembali-pukul {time}]';

export const indonesian: Tongue = {
  digits,
  cardinal,
  time: (hour, minute) => [...cardinal(hour), ...minutesAfter(minute, { digits, cardinal })],
  queue: { ordinary: 'nomor-antrean', priority: 'antrean-prioritas' },
  reasons: { fridayPrayer: 'untuk-salat-jumat', prayer: 'untuk-salat', meal: 'untuk-istirahat' },
  templates: {
    firstCall: call,
    secondCall: `panggilan-kedua | ${call}`,
    recall: `panggilan-ulang | ${call}`,
    lastCall: `panggilan-terakhir | ${call} | bila-belum-hadir`,
    opening: 'selamat-datang | pelayanan-sudah-dibuka',
    closingSoon: 'pengambilan-nomor-segera-ditutup [pukul {time}]',
    closed: 'pengambilan-nomor-sudah-ditutup | terima-kasih',
    pause: `pelayanan-jeda-sejenak [{reason}] | ${until} | nomor-tetap-berlaku`,
    pauseOver: 'pelayanan-dibuka-kembali | terima-kasih-sudah-menunggu',
    systemDown: 'mohon-maaf | pelayanan dihentikan-karena-gangguan | nomor-tetap-berlaku',
    agencyPause: `pelayanan gerai {agency} jeda-sejenak [{reason}] | ${until} | nomor-tetap-berlaku`,
    agencyPauseOver: 'pelayanan gerai {agency} sudah-dibuka-kembali',
    agencySystemDown: 'mohon-maaf | pelayanan gerai {agency} dihentikan-karena-gangguan | nomor-tetap-berlaku',
    attention: 'mohon-perhatian | silakan-lihat-layar',
  },
};
