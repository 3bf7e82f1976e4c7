import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { indexServices } from './search.ts';

type Listed = { code: string; agency: string; name: string; nameEn: string; shortName: string; synonyms: string[] };
const file = path.resolve(import.meta.dirname, '../../../db/catalogue/banyuwangi.json');
const mall = JSON.parse(readFileSync(file, 'utf8')) as { agencies: Listed[]; services: Listed[] };
const search = indexServices({
  agencies: mall.agencies.map((agency) => ({ ...agency, id: agency.code })),
  services: mall.services.map((service) => ({ ...service, id: service.code, agencyId: service.agency })),
});
const named = (id: string | undefined) => mall.services.find(({ code }) => code === id)?.name;

const expected: Readonly<Record<string, string>> = {
  'akte lahir': 'Akta kelahiran',
  'akta lahir': 'Akta kelahiran',
  'AKTA Lahir ': 'Akta kelahiran',
  'pajak motor': 'Pajak tahunan kendaraan roda dua',
  'pajak mobil': 'Pajak tahunan kendaraan roda empat',
  'kk hilang': 'Penggantian Kartu Keluarga hilang atau rusak',
  'ktp hilang': 'Penggantian KTP-el hilang',
  'ktp rusak': 'Penggantian KTP-el rusak atau ubah data',
  'kartu kuning': 'Kartu pencari kerja (AK-1) baru',
  siup: 'NIB perorangan usaha mikro dan kecil',
  npwp: 'Pendaftaran NPWP dan pemadanan NIK',
  'lupa efin': 'Aktivasi akun pajak dan pemulihan akses',
  'sidik jari': 'Rumus sidik jari',
  'sim c': 'Perpanjangan SIM C',
  'surat kehilangan': 'Surat keterangan kehilangan',
  'balik nama motor': 'Informasi balik nama dan mutasi kendaraan',
  'ganti plat': 'Perpanjangan STNK lima tahunan',
  'bayar pbb': 'Pembayaran PBB-P2',
  'bayar tilang': 'Pembayaran dan pengambilan barang bukti tilang',
  'daftar bpjs': 'Pendaftaran peserta mandiri',
  'pindah faskes': 'Pindah fasilitas kesehatan tingkat pertama',
  jht: 'Klaim jaminan hari tua (JHT)',
  'tambah daya': 'Pasang baru dan tambah daya',
  'air mati': 'Pengaduan air dan tagihan',
  'buka rekening': 'Pembukaan rekening',
  'nikah siri': 'Permohonan isbat nikah',
  cerai: 'Pendaftaran perkara cerai',
  imb: 'Konsultasi persetujuan bangunan gedung (PBG)',
  'izin penelitian': 'Surat keterangan penelitian',
  'kartu pencari kreja': 'Kartu pencari kerja (AK-1) baru',
  sertipikat: 'Pengecekan sertipikat',
  'birth certificate': 'Akta kelahiran',
  'death certificate': 'Akta kematian',
  'motorcycle tax': 'Pajak tahunan kendaraan roda dua',
  'land certificate check': 'Pengecekan sertipikat',
};

for (const [query, name] of Object.entries(expected))
  test(`“${query}” finds ${name} first`, () => assert.equal(named(search(query)[0]), name));

test('a new passport is among the first three for “bikin pasport”, however it is spelt', () => {
  for (const query of ['bikin pasport', 'paspor', 'passport']) {
    const first = search(query)[0];
    assert.match(named(first) ?? '', /paspor/i, query);
  }
});

test('no query and an unknown word find nothing, so that the screen can help', () => {
  assert.deepEqual(search('  '), []);
  assert.deepEqual(search('xyzzy'), []);
});
