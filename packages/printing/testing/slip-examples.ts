import type { Slip, SlipLeg } from '../src/slip.ts';

/** Slips for tests, of the reference mall. */
export const dukcapil: SlipLeg = {
  agency: { id: 'Dinas Kependudukan dan Pencatatan Sipil', en: 'Population and Civil Registration Office' },
  service: { id: 'KTP-el baru atau hilang', en: 'New or lost electronic ID card' },
  track: 'quick',
  zone: { id: 'Lantai 1', en: 'Floor 1' },
  counters: ['1', '2', '3', '4', '5', '6', '7', '8'],
  bring: ['Fotokopi kartu keluarga', 'Surat keterangan kehilangan dari kepolisian bila KTP-el hilang'],
  ahead: 4,
  estimate: [15, 25],
};

export const bpjs: SlipLeg = {
  agency: { id: 'BPJS Kesehatan', en: 'National Health Insurance' },
  service: { id: 'Perubahan data peserta', en: 'Change of member data' },
  track: 'long',
  zone: { id: 'Lantai 2', en: 'Floor 2' },
  counters: ['14'],
  bring: ['KTP-el'],
  ahead: 0,
  estimate: null,
};

export const oneLeg: Slip = {
  siteName: 'Mal Pelayanan Publik Banyuwangi',
  timeZone: 'Asia/Jakarta',
  number: 'DQ012',
  priority: false,
  issuedAt: Date.UTC(2026, 10, 23, 2, 41),
  legs: [dukcapil],
  statusUrl: 'http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ',
  shortId: '7F3A91C2',
  secondLanguage: null,
};
