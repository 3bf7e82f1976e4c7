/** What the counter asks before it does something. */
export const counterDialogs = {
  leftAlone: (queues: string, waiting: number) =>
    `Tidak ada loket lain yang buka untuk ${queues}: ${waiting} orang menunggu tanpa ada yang memanggil. Minta pengawas membuka loket lain dulu.`,
  pauseDialog: { title: 'Jeda karena apa?', help: 'Selama jeda tidak ada panggilan. Nomor pengunjung tetap berlaku.' },
  parkDialog: {
    title: (number: string) => `Tunda ${number} berapa lama?`,
    help: 'Misalnya untuk fotokopi. Setelah itu nomor kembali ke gilirannya dengan sendirinya.',
    photocopy: (n: number) => `Fotokopi, ${n} menit`,
    minutes: (n: number) => `${n} menit`,
    until: (time: string) => `sampai ${time}`,
    own: 'Lama lain, dalam menit',
    ownHint: 'misalnya 45',
    ownConfirm: 'Tunda',
  },
  pickDialog: {
    title: (number: string) => `Panggil ${number} di luar urutan?`,
    help: 'Pilih alasannya. Panggilan ini dicatat dan terlihat oleh pengawas.',
  },
  noteDialog: {
    title: (number: string) => `Catatan untuk ${number}`,
    help: 'Dibaca petugas loket berikutnya dan dihapus setelah hari ini. Jangan tulis nama, NIK, atau nomor telepon.',
    label: 'Isi catatan',
    save: 'Simpan',
    left: (n: number) => `${n} huruf lagi`,
  },
  closeDialog: {
    title: 'Tutup loket ini?',
    help: (n: number) =>
      n === 0 ? 'Tidak ada yang menunggu di antrean loket ini.' : `${n} orang masih menunggu di antrean loket ini.`,
    confirm: 'Ya, tutup',
  },
  /** What the officer is told when a supervisor has closed the counter. */
  closingDialog: {
    closed: 'Loket ini ditutup pengawas',
    moved: (to: string) => `Antrean loket ini dipindahkan ke loket ${to}`,
    by: (officer: string, time: string) => `Oleh ${officer} pukul ${time}, dengan alasan:`,
    reasons: {
      left: 'Tidak ada petugas di loket',
      staff: 'Petugas dibutuhkan di tempat lain',
      fault: 'Peralatan loket rusak',
      over: 'Layanan loket sudah selesai',
      other: 'Alasan lain; tanyakan kepada pengawas',
    },
    released: (number: string) => `${number} kembali menunggu di tempatnya semula.`,
    goesOn: (to: string) => `Loket ${to} memanggil pengunjungnya sekarang. Loket ini tutup.`,
    again: 'Loket tutup. Bila memang perlu, buka lagi setelah berbicara dengan pengawas.',
    read: 'Saya mengerti',
  },
  signOutDialog: {
    title: 'Keluar tanpa menutup loket?',
    help: (isPaused: boolean): string =>
      isPaused
        ? 'Loket tetap jeda atas nama Anda. Tutup loket dulu bila tugas sudah selesai.'
        : 'Loket tetap terhitung buka. Tutup loket dulu bila tugas sudah selesai.',
    withVisitor: (number: string) => `${number} masih di loket ini. Tetap keluar?`,
    withVisitorHelp: 'Nomor ini tetap tertahan di loket. Selesaikan, tunda, atau alihkan dulu.',
    confirm: 'Ya, keluar',
  },
  help: {
    button: 'Pintasan',
    title: 'Pintasan papan ketik',
    text: 'Tombol huruf bekerja selama tidak ada kotak pertanyaan yang terbuka.',
    visitor: 'Pengunjung',
    outcomes: 'Selesai dengan hasil',
    counter: 'Loket',
    main: 'Tombol besar',
    lists: 'Ke daftar antrean',
    undo: 'Urungkan langkah terakhir',
    turnOff: 'Matikan tombol huruf',
    turnOn: 'Aktifkan tombol huruf',
  },
  cancelDialog: {
    title: (number: string) => `Batalkan ${number}?`,
    help: 'Tiket berakhir. Bila kembali, pengunjung perlu mengambil nomor baru.',
    confirm: 'Ya, batalkan',
  },
  serviceDialog: {
    transfer: (number: string) => `Alihkan ${number} ke layanan apa?`,
    transferHelp: 'Nomor tetap sama dan waktu tunggu tetap dihitung.',
    forward: (number: string) => `Teruskan ${number} ke layanan apa?`,
    forwardHelp: 'Layanan ini selesai; nomor yang sama menunggu di layanan yang dipilih.',
    search: 'Cari layanan atau instansi',
    none: 'Tidak ada layanan yang cocok.',
    ahead: (n: number) => `${n} di depan`,
    noCounter: 'belum ada loket buka',
    inOrder: 'Satu per satu sesuai urutan',
    inOrderHelp: 'Layanan berikutnya baru menunggu setelah yang sebelumnya selesai.',
    chosen: 'Dipilih',
    remove: (service: string) => `Hapus ${service}`,
    confirmForward: (n: number) => (n > 1 ? `Teruskan ke ${n} layanan` : 'Teruskan'),
    pick: 'Pilih satu layanan atau lebih.',
    results: (n: number) => `${n} layanan ditemukan.`,
    enterTakes: (service: string) => `Enter memilih ${service}.`,
  },
};
