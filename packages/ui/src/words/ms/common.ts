import type { common as id } from '../id/common.ts';

export const common = {
  tracks: { quick: 'Cepat', self: 'Layan diri', long: 'Lama' },
  priority: 'Keutamaan',
  counter: (name: string) => `Kaunter ${name}`,
  minutes: (from: number, to: number) => (from === to ? `${to} minit` : `${from}–${to} minit`),
  freshness: {
    joining: 'Menyambung ke pelayan …',
    live: 'Bersambung',
    isLost: 'Sambungan terputus',
    lost: (seconds: number) => `Sambungan terputus ${seconds} saat lalu`,
  },
  signIn: {
    officer: 'Nama pegawai',
    pin: 'PIN',
    submit: 'Log masuk',
    demoPin: (pin: string) => `PIN demonstrasi: ${pin}`,
  },
  demo: 'Demonstrasi',
  openedByHand: 'Di luar waktu perkhidmatan. Demonstrasi ini tetap dibuka.',
  back: 'Kembali',
} satisfies typeof id;
