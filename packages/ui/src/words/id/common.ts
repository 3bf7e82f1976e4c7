export const common = {
  tracks: { quick: 'Cepat', self: 'Mandiri', long: 'Lama' },
  priority: 'Prioritas',
  counter: (name: string) => `Loket ${name}`,
  minutes: (from: number, to: number) => (from === to ? `${to} menit` : `${from}–${to} menit`),
  freshness: {
    joining: 'Menyambung ke server …',
    live: 'Tersambung',
    isLost: 'Sambungan terputus',
    lost: (seconds: number) => `Sambungan terputus ${seconds} detik yang lalu`,
  },
  signIn: {
    officer: 'Nama petugas',
    pin: 'PIN',
    submit: 'Masuk',
    demoPin: (pin: string) => `PIN peragaan: ${pin}`,
  },
  demo: 'Peragaan',
  openedByHand: 'Di luar jam layanan. Peragaan ini tetap dibuka.',
  back: 'Kembali',
};
