/** What a supervisor does from the board. */
export const acts = {
  /** How the list of the day tells an act. */
  log: {
    released: (counter: string, number: string) => `Mengembalikan ${number} dari loket ${counter} ke antrean`,
    closed: (counter: string, why: string) => `Menutup loket ${counter}: ${why.toLowerCase()}`,
    handedOver: (counter: string, to: string, why: string) =>
      `Memindahkan antrean loket ${counter} ke loket ${to}: ${why.toLowerCase()}`,
    undone: (number: string, step: string) => `Mengurungkan ${number}: ${step}`,
    reprinted: (number: string) => `Meminta cetak ulang struk ${number}`,
    requeued: (number: string) => `Menerima ${number} yang lapor kembali`,
    track: (counter: string, track: string) => `Jalur loket ${counter} menjadi ${track}`,
    assigned: (counter: string, agencies: string) => `Loket ${counter} melayani ${agencies}`,
    assignedUsual: (counter: string) => `Loket ${counter} kembali ke instansinya`,
    quota: (service: string, quota: string) => `Kuota ${service}: ${quota}`,
    ticketingClosed: 'Menutup pengambilan nomor',
    ticketingOpened: 'Membuka pengambilan nomor',
    restored: 'Cadangan data dipasang kembali; yang terjadi sesudahnya tidak ada di catatan ini',
    noticePosted: (text: string) => `Pesan layar: ${text}`,
    noticeWithdrawn: 'Menarik pesan layar',
    loudnessSet: (zone: string) => `Mengatur volume suara ${zone}`,
    pauseStarted: (scope: string, reason: string) => `Jeda ${scope}: ${reason}`,
    pauseEnded: (scope: string) => `Mengakhiri jeda ${scope}`,
    dayOpened: 'Membuka hari layanan',
    dayClosed: 'Menutup hari layanan',
  },
  working: 'Mengirim …',
  failed: 'Belum berhasil.',
  undo: 'Urungkan',
  dismiss: 'Tutup pesan',
  reason: 'Alasan',
  until: 'Sampai kapan',
  minutes: (n: number) => `${n} menit`,
  clock: 'Pukul',
  openEnd: 'Belum tahu',
  clockPast: 'Jam itu sudah lewat. Pilih jam yang akan datang.',
  clockMissing: 'Isi jamnya dulu.',
  untilText: (time: string) => `sampai pukul ${time}`,
  untilOpen: 'sampai dibuka lagi',

  counter: {
    title: (counter: string) => `Loket ${counter}`,
    track: 'Ubah jalur …',
    trackHelp: 'Loket mengerjakan antrean jalur lain dari instansinya.',
    assign: 'Ubah instansi hari ini …',
    assignHelp: 'Loket melayani instansi lain sampai hari ini berakhir.',
    handOver: 'Tutup dan pindahkan …',
    handOverClosed: 'Pindahkan antrean …',
    handOverHelp: 'Loket lain melanjutkan antreannya, dan tidak ada yang kehilangan tempat.',
    release: 'Bebaskan loket …',
    releaseHelp: 'Untuk loket yang ditinggal petugasnya. Loket ditutup.',
  },
  agency: {
    title: (agency: string) => agency,
    pause: 'Jeda instansi …',
    pauseHelp: 'Tidak memanggil dan tidak memberi nomor sampai dibuka lagi.',
    resume: 'Buka lagi …',
    resumeHelp: 'Panggilan dan nomor dilanjutkan.',
    systemDown: 'Sistem instansi mati …',
    systemDownHelp: 'Pengunjung tetap di tempatnya, dan menitnya dihitung.',
    quota: 'Kuota hari ini …',
    quotaHelp: 'Menambah atau membatasi nomor satu layanan, hanya untuk hari ini.',
  },
  help: {
    title: (queue: string) => `Siapa melayani ${queue}?`,
    help: (waiting: number) => `${waiting} orang menunggu. Pilih loket yang akan mengerjakannya.`,
    toTrack: (track: string) => `Pindah ke jalur ${track}`,
    toAgency: (agency: string) => `Ikut melayani ${agency}`,
    leaves: (waiting: number) =>
      waiting === 0 ? 'antreannya sendiri kosong' : `${waiting} orang menunggu di antreannya sendiri`,
    none: 'Tidak ada loket buka yang bebas. Minta petugas membuka loket, atau selesaikan dulu pengunjung di loket.',
    ownClosed: (counters: string) =>
      `Loket ${counters} memang untuk antrean ini, tetapi tutup. Minta petugasnya membuka.`,
    closed: 'tutup, perlu petugas',
    busy: 'masih ada pengunjung',
  },
  leftAlone: (queues: string, waiting: number) =>
    `Tidak ada loket lain yang buka untuk ${queues}: ${waiting} orang menunggu tanpa ada yang memanggil.`,
  track: {
    title: (counter: string) => `Ubah jalur loket ${counter}`,
    to: 'Jalur baru',
    consequence: (counter: string, track: string, queues: string) =>
      `Loket ${counter} memanggil jalur ${track}: ${queues}. Nomor yang sudah menunggu tetap di antreannya.`,
    noQueue: (track: string) => `Instansi loket ini tidak punya antrean jalur ${track}.`,
    busy: (number: string) => `${number} masih di loket ini. Jalur bisa diubah setelah selesai.`,
    confirm: 'Ubah jalur',
    reasons: { crowd: 'Antrean ramai', staff: 'Petugas berganti', other: 'Lainnya' },
    done: (counter: string, track: string) => `Loket ${counter} kini jalur ${track}.`,
  },
  assign: {
    title: (counter: string) => `Instansi di loket ${counter} hari ini`,
    choose: 'Instansi',
    consequence: (counter: string, agencies: string) =>
      `Mulai sekarang sampai hari ini berakhir, loket ${counter} memanggil untuk ${agencies}.`,
    nothing: 'Pilih satu instansi atau lebih.',
    asUsual: 'Kembali seperti biasa',
    confirm: 'Simpan untuk hari ini',
    done: (counter: string, agencies: string) => `Loket ${counter} hari ini melayani ${agencies}.`,
  },
  closing: {
    legend: 'Alasan, dibaca petugasnya',
    reasons: {
      left: 'Petugas meninggalkan loket',
      staff: 'Petugas dibutuhkan di tempat lain',
      fault: 'Peralatan loket rusak',
      over: 'Layanan loket sudah selesai',
      other: 'Lainnya',
    },
  },
  release: {
    title: (counter: string) => `Bebaskan loket ${counter}?`,
    withTicket: (number: string) =>
      `${number} kembali menunggu di tempatnya semula, dan loket ditutup. Petugas di loket itu harus membukanya lagi.`,
    withoutTicket: 'Tidak ada nomor di loket ini. Loket ditutup, dan petugasnya harus membukanya lagi.',
    confirm: (number: string) => `Bebaskan ${number} dan tutup loket`,
    confirmEmpty: 'Tutup loket',
    done: (counter: string) => `Loket ${counter} ditutup.`,
    doneTicket: (counter: string, number: string) => `Loket ${counter} ditutup, ${number} menunggu lagi di tempatnya.`,
  },
  handOver: {
    title: (counter: string) => `Tutup loket ${counter} dan pindahkan antreannya`,
    titleClosed: (counter: string) => `Pindahkan antrean loket ${counter}`,
    only: 'Hanya dilayani loket ini',
    waiting: (waiting: number) => `${waiting} orang menunggu`,
    to: 'Dilanjutkan oleh loket',
    leaves: (waiting: number) => (waiting === 0 ? 'antreannya kosong' : `${waiting} menunggu di antreannya`),
    closed: 'tutup',
    closes: (counter: string) => `Loket ${counter} ditutup.`,
    takes: (counter: string, agencies: string, waiting: number) =>
      `Loket ${counter} ikut memanggil untuk ${agencies} sampai hari ini berakhir. ${
        waiting === 0 ? 'Saat ini tidak ada yang menunggu.' : `${waiting} orang yang menunggu tetap di tempatnya.`
      }`,
    released: (number: string) => `${number} kembali menunggu di tempatnya semula.`,
    onlyClose: (counter: string) =>
      `Semua antrean loket ${counter} juga dilayani loket lain. Loket ditutup, dan tidak ada yang perlu dipindahkan.`,
    nothing: 'Semua antrean loket ini juga dilayani loket lain. Tidak ada yang perlu dipindahkan.',
    noTaker: 'Tidak ada loket lain di jalur ini. Ubah dulu jalur sebuah loket.',
    takerClosed: (counter: string) => `Loket ${counter} masih tutup. Minta petugas membukanya.`,
    confirm: 'Tutup dan pindahkan',
    confirmClose: 'Tutup loket',
    confirmMove: 'Pindahkan',
    doneClosed: (counter: string) => `Loket ${counter} ditutup; hanya petugasnya yang bisa membukanya lagi.`,
    done: (counter: string, agencies: string) => `Loket ${counter} ikut melayani ${agencies}.`,
  },
  pause: {
    title: (scope: string) => `Jeda ${scope}`,
    consequence: (scope: string, until: string, waiting: number) =>
      `${scope} tidak memanggil dan tidak memberi nomor ${until}. ${waiting} orang yang menunggu tetap di tempatnya.`,
    confirm: 'Mulai jeda',
    done: (scope: string, until: string) => `${scope} jeda ${until}.`,
  },
  down: {
    title: (agency: string) => `Sistem ${agency} mati`,
    consequence: (agency: string, until: string, waiting: number) =>
      `Anjungan dan layar memberi tahu bahwa sistem ${agency} terganggu, ${until}. ${waiting} orang tetap di tempatnya, dan menitnya dihitung.`,
    confirm: 'Nyatakan sistem mati',
    done: (agency: string) => `Sistem ${agency} dinyatakan mati. Menitnya dihitung.`,
  },
  resume: {
    title: (scope: string) => `Buka lagi ${scope}?`,
    consequence: (scope: string) => `${scope} langsung memanggil dan memberi nomor lagi.`,
    confirm: 'Buka lagi',
    done: (scope: string) => `${scope} dibuka lagi.`,
  },
  quota: {
    title: (agency: string) => `Kuota ${agency} hari ini`,
    service: 'Layanan',
    number: 'Paling banyak nomor hari ini',
    unlimited: 'Tanpa batas',
    noLimit: 'tanpa batas',
    asNow: (given: number, quota: string) => `Sudah diberikan ${given}, kuota ${quota}.`,
    consequence: (service: string, left: number) =>
      left > 0
        ? `${service}: masih ${left} nomor lagi hari ini.`
        : `${service}: tidak ada nomor lagi hari ini. Yang memegang nomor tetap dilayani.`,
    consequenceOpen: (service: string) => `${service}: nomor diberikan tanpa batas hari ini.`,
    missing: 'Isi angka 0 atau lebih.',
    confirm: 'Ubah kuota hari ini',
    done: (service: string, quota: string) => `Kuota ${service} hari ini: ${quota}.`,
  },
  closeTicketing: {
    title: 'Tutup pengambilan nomor?',
    consequence: (waiting: number) =>
      `Anjungan tidak memberi nomor lagi sampai dibuka. ${waiting} orang yang menunggu tetap dilayani.`,
    confirm: 'Tutup pengambilan nomor',
    done: 'Pengambilan nomor ditutup.',
  },
  openTicketing: {
    title: 'Buka pengambilan nomor?',
    consequence: 'Anjungan memberi nomor lagi, menurut jam layanan.',
    confirm: 'Buka pengambilan nomor',
    done: 'Pengambilan nomor dibuka.',
  },
  openDay: {
    title: 'Buka hari layanan?',
    consequence: 'Loket bisa dibuka dan anjungan memberi nomor, walau di luar jam kalender.',
    confirm: 'Buka hari layanan',
    done: 'Hari layanan dibuka.',
  },
  closeDay: {
    title: 'Tutup hari layanan?',
    consequence: (waiting: number) =>
      waiting === 0
        ? 'Tidak ada yang menunggu. Tidak ada nomor lagi hari ini.'
        : `${waiting} nomor yang masih menunggu atau ditunda hangus. Ini tidak bisa diurungkan.`,
    confirm: 'Tutup hari layanan',
    done: 'Hari layanan ditutup.',
  },
  notice: {
    title: 'Pesan di layar aula',
    templates: 'Contoh pesan',
    text: 'Bahasa Indonesia',
    textEn: 'Bahasa Inggris',
    zone: 'Di layar mana',
    everywhere: 'Semua zona',
    preview: 'Seperti di layar',
    previewEmpty: 'Pesan Anda tampil di sini.',
    missing: 'Isi pesan dalam kedua bahasa.',
    consequence: (where: string, until: string) => `Tampil di ${where}, ${until}.`,
    allDisplays: 'semua layar',
    displaysIn: (zone: string) => `layar ${zone}`,
    confirm: 'Tampilkan pesan',
    done: 'Pesan tampil di layar.',
    hole: 'Ganti … dengan yang dimaksud dulu, dalam kedua bahasa.',
    examples: {
      soon: {
        name: 'Mohon menunggu',
        text: 'Pelayanan sedikit terlambat. Mohon menunggu, nomor Anda tetap berlaku.',
      },
      lastNumbers: {
        name: 'Nomor segera ditutup',
        text: 'Pengambilan nomor ditutup 30 menit lagi. Yang sudah memegang nomor tetap dilayani.',
      },
      vehicle: { name: 'Kendaraan', text: 'Pemilik kendaraan …, mohon segera ke tempat parkir.' },
      leave: {
        name: 'Keluar gedung',
        text: 'Mohon keluar lewat pintu terdekat dengan tenang. Ikuti petunjuk petugas.',
      },
    },
  },
  withdraw: {
    title: 'Tarik pesan ini?',
    consequence: 'Pesan hilang dari semua layar.',
    confirm: 'Tarik pesan',
    done: 'Pesan ditarik dari layar.',
  },
};
