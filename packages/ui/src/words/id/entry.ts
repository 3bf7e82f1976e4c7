export const entry = {
  language: 'Bahasa',
  enrol: {
    title: {
      kiosk: 'Daftarkan anjungan ini',
      counter: 'Daftarkan loket ini',
      display: 'Daftarkan layar ini',
      board: 'Daftarkan komputer ini',
    },
    hint: 'Minta kode kepada pengelola: Orang dan perangkat, lalu Tambah perangkat. Kode berlaku 10 menit.',
    code: 'Kode',
    submit: 'Daftarkan',
    shutOut: 'Akses perangkat ini telah dicabut atau belum diberikan.',
  },
  secret: {
    pinTitle: 'Pilih PIN Anda sendiri',
    pinHint:
      'PIN awal hanya untuk sekali masuk. Pilih enam angka yang tidak mudah ditebak, dan jangan beri tahu siapa pun.',
    pin: 'PIN baru',
    pinAgain: 'Ulangi PIN baru',
    passwordTitle: 'Pilih kata sandi Anda sendiri',
    passwordHint:
      'Kata sandi awal hanya untuk sekali masuk. Pilih sedikitnya 12 karakter, misalnya tiga kata yang hanya Anda yang tahu.',
    password: 'Kata sandi baru',
    passwordAgain: 'Ulangi kata sandi baru',
    differ: 'Kedua isian tidak sama.',
    submit: 'Simpan dan lanjutkan',
  },
  plain:
    'Halaman ini tidak terenkripsi: siapa pun di jaringan dapat membaca kata sandi dan kode. Ketik npm run tls di server.',
  stay: {
    title: 'Masih di halaman ini?',
    help: 'Halaman ini tidak disentuh hampir 10 menit. Tekan tombol apa pun untuk tetap masuk.',
    seconds: (seconds: number) => `Keluar dalam ${seconds} detik`,
    stay: 'Tetap masuk',
  },
  setup: {
    title: 'Buat pengelola pertama',
    hint: 'Kode penyiapan tertulis di layar komputer server saat pertama kali dinyalakan.',
    code: 'Kode penyiapan',
    name: 'Nama lengkap',
    login: 'Nama masuk',
    loginHint: 'Huruf kecil dan angka tanpa spasi, misalnya sri.wahyuni',
    password: 'Kata sandi',
    passwordHint:
      'Sedikitnya 12 karakter. Tiga kata yang hanya Anda yang tahu lebih aman daripada satu kata dengan angka.',
    passwordAgain: 'Ulangi kata sandi',
    submit: 'Buat pengelola',
    back: 'Sudah punya akun? Masuk',
  },
  password: {
    title: 'Masuk pengelola',
    name: 'Nama masuk',
    password: 'Kata sandi',
    submit: 'Masuk',
    demo: (password: string) => `Kata sandi peragaan: ${password}`,
    haveCode: 'Punya kode penyiapan?',
    ended: 'Sesi Anda sudah berakhir. Silakan masuk lagi.',
    idle: 'Anda keluar karena halaman ini lama tidak dipakai.',
    day: 'Sesi berakhir setelah sepuluh jam. Silakan masuk lagi.',
    manager: 'Pengelola lain mengakhiri sesi Anda. Masuk lagi, dengan kata sandi awal bila milik Anda diganti.',
    shut: 'Akses Anda ditutup oleh pengelola lain.',
    elsewhere: 'Anda kini masuk di tempat lain. Masuk lagi hanya bila Anda memang bekerja di sini.',
    signedOut: 'Anda sudah keluar.',
    made: 'Akun pengelola sudah dibuat. Silakan masuk.',
  },
  wait: (seconds: number) =>
    seconds > 90
      ? `Terlalu sering salah. Coba lagi dalam ${Math.ceil(seconds / 60)} menit.`
      : `Terlalu sering salah. Coba lagi dalam ${seconds} detik.`,
  loading: 'Menyambung ke server …',
};
