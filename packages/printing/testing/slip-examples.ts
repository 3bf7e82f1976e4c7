import type { BringList } from '../src/bring-list.ts';
import type { Slip, SlipLeg } from '../src/slip.ts';

/** Slips for tests, of the reference mall. */
export const dukcapil: SlipLeg = {
  agency: { id: 'Dinas Kependudukan dan Pencatatan Sipil', en: 'Population and Civil Registration Office' },
  service: { id: 'KTP-el baru atau hilang', en: 'New or lost electronic ID card' },
  track: 'quick',
  zone: { id: 'Lantai 1', en: 'Floor 1' },
  counters: ['1', '2', '3', '4', '5', '6', '7', '8'],
  bring: [
    { id: 'Fotokopi kartu keluarga', en: 'Copy of the family card' },
    {
      id: 'Surat keterangan kehilangan dari kepolisian bila KTP-el hilang',
      en: 'Police report of the loss, if the card was lost',
    },
  ],
  ahead: 4,
  estimate: [15, 25],
};

export const bpjs: SlipLeg = {
  agency: { id: 'BPJS Kesehatan', en: 'National Health Insurance' },
  service: { id: 'Perubahan data peserta', en: 'Change of member data' },
  track: 'long',
  zone: { id: 'Lantai 2', en: 'Floor 2' },
  counters: ['14'],
  bring: [{ id: 'KTP-el', en: 'Electronic ID card' }],
  ahead: 0,
  estimate: null,
};

const samsat: SlipLeg = {
  agency: { id: 'Kantor Bersama Samsat', en: 'Joint Vehicle Tax Office' },
  service: { id: 'Pajak tahunan kendaraan roda dua', en: 'Annual motorcycle tax' },
  track: 'self',
  zone: { id: 'Lantai 1', en: 'Floor 1' },
  counters: ['M1', 'M2', 'M3'],
  bring: [
    { id: 'STNK', en: 'Vehicle registration certificate' },
    { id: 'KTP-el sesuai STNK', en: 'Electronic ID card of the registered owner' },
    { id: 'KTP-el', en: 'Electronic ID card' },
  ],
  ahead: 1,
  estimate: [0, 5],
};

export const oneLeg: Slip = {
  siteName: 'Mal Pelayanan Publik Banyuwangi',
  timeZone: 'Asia/Jakarta',
  kioskName: 'Anjungan 1',
  number: 'DQ012',
  priority: false,
  issuedAt: Date.UTC(2026, 10, 23, 2, 41),
  legs: [dukcapil],
  statusUrl: 'http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ',
  shortId: '7F3A91C2',
  offline: false,
  secondLanguage: null,
};

/** The longest names of the reference catalogue and more counters, papers and address than any mall has. */
const longest: SlipLeg = {
  ...dukcapil,
  agency: {
    id: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    en: 'Investment and One-Stop Integrated Services Office',
  },
  service: {
    id: 'Izin praktik dokter hewan dan jasa medik veteriner',
    en: 'Business ID number for individual micro and small businesses',
  },
  counters: ['1', '2', '5', '7', '8', '9', '11', 'A', '20', '22', '24', '26', '28', '30'],
  bring: [
    { id: 'Kartu peserta', en: 'Member card' },
    { id: 'KTP-el dan KK ahli waris', en: 'Electronic ID card and family card of the heirs' },
    { id: 'Akta kematian atau laporan kecelakaan', en: 'Death certificate or accident report' },
    { id: 'Buku rekening', en: 'Bank book' },
    { id: 'Persetujuan—“asli” dan kópi', en: 'Consent, original and copy' },
    { id: 'Materai', en: 'Duty stamp' },
  ],
};

/** Where the printer's own letters do not reach. */
const chinese: SlipLeg = {
  ...dukcapil,
  agency: { id: 'Yayasan Budaya Tionghoa 中华文化基金会', en: '中华文化基金会' },
};

export const slips = {
  'one-leg': oneLeg,
  'three-legs': { ...oneLeg, legs: [dukcapil, bpjs, samsat] },
  priority: { ...oneLeg, priority: true, legs: [bpjs] },
  offline: { ...oneLeg, number: 'DQ1007', offline: true, legs: [{ ...dukcapil, ahead: null, estimate: null }] },
  reprint: { ...oneLeg, reprint: { at: Date.UTC(2026, 10, 23, 3, 5) } },
  longest: { ...oneLeg, legs: [longest], statusUrl: `https://antrean.banyuwangikab.example/t/${'x'.repeat(40)}` },
  chinese: { ...oneLeg, siteName: '外南梦公共服务中心', legs: [chinese] },
} satisfies Readonly<Record<string, Slip>>;

const day = { ticketsFrom: '07:30', opens: '08:00', lastTicket: '14:45', closes: '15:30', breaks: [] };
const friday = {
  ...day,
  lastTicket: '14:15',
  closes: '15:00',
  breaks: [{ from: '11:30', to: '13:00', reason: 'fridayPrayer' }],
};

export const bringList: BringList = {
  siteName: oneLeg.siteName,
  timeZone: oneLeg.timeZone,
  kioskName: oneLeg.kioskName,
  secondLanguage: null,
  printedAt: Date.UTC(2026, 11, 22, 2, 41),
  agency: dukcapil.agency,
  service: dukcapil.service,
  zone: dukcapil.zone,
  counters: dukcapil.counters,
  bring: dukcapil.bring,
  week: [
    { from: 'mon', to: 'thu', hours: day },
    { from: 'fri', to: 'fri', hours: friday },
    { from: 'sat', to: 'sun', hours: null },
  ],
  oddDays: [{ date: '2026-12-25', name: 'Hari Raya Natal', hours: null }],
  lastNumberMinutes: 45,
};
