import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsqrModule from 'jsqr';
import { opsOf } from '../testing/ops-of.ts';
import { bpjs, dukcapil, oneLeg } from '../testing/slip-examples.ts';
import { type PrinterProfile, paper58, paper80 } from './profiles.ts';
import type { Slip } from './slip.ts';
import { slipJob } from './slip-bytes.ts';
import { slipDate } from './slip-date.ts';
import { ascii, counterRanges, wrap } from './slip-text.ts';
import { type Paper, printOn } from './virtual/paper.ts';
import { paperPicture, qrModules } from './virtual/paper-picture.ts';
import { paperText } from './virtual/paper-text.ts';

// The package is CommonJS: its types call the function `default`, Node hands over the module.
const jsqr = 'default' in jsqrModule ? jsqrModule.default : jsqrModule;

const slips: Readonly<Record<string, Slip>> = {
  'one service': oneLeg,
  'one service, English too': { ...oneLeg, secondLanguage: 'en' },
  'two services': { ...oneLeg, legs: [dukcapil, bpjs] },
  'two services, English too': { ...oneLeg, legs: [dukcapil, bpjs], secondLanguage: 'en' },
  priority: { ...oneLeg, priority: true, secondLanguage: 'en' },
  'a reprint': { ...oneLeg, reprint: { at: Date.UTC(2026, 10, 23, 3, 5) } },
  'the thousandth number': { ...oneLeg, number: 'DQ1000' },
  'the longest names': {
    ...oneLeg,
    secondLanguage: 'en',
    legs: [
      {
        ...dukcapil,
        agency: { id: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', en: 'Investment Office' },
        service: { id: 'Persetujuan kesesuaian kegiatan pemanfaatan ruang-laut', en: 'Sea use permit' },
        counters: ['1', '2', '5', '7', '8', '9', '11', 'A', '20', '22', '24', '26', '28', '30'],
        bring: ['a', 'b', 'c', 'd', 'e', 'f', 'Persetujuan—“asli” dan kópi'],
      },
    ],
    statusUrl: `https://antrean.banyuwangikab.example/t/${'x'.repeat(40)}`,
  },
};

function printed(slip: Slip, profile: PrinterProfile): Paper {
  return printOn(profile.dots, opsOf(slipJob(slip, profile).bytes), qrModules);
}

for (const profile of [paper80, paper58])
  for (const [what, slip] of Object.entries(slips))
    test(`a slip for ${what} fits ${profile.name}, shows its number and leads to its page`, async () => {
      const paper = printed(slip, profile);
      assert.equal(paper.overflow, 0, 'the printer broke a line');
      assert.deepEqual(paper.unknown, [], 'a byte that nobody has checked');
      const text = paperText(paper);
      assert.match(text, new RegExp(`^ *${slip.number}$`, 'm'));
      assert.equal(text.includes('CETAK ULANG'), slip.reprint !== undefined);
      assert.equal(text.includes('PRIORITAS'), slip.priority);
      assert.equal(text.includes('Queue number'), slip.secondLanguage === 'en');
      assert.equal(await readCode(paper), slip.statusUrl);
    });

test('the number is as large as the roll allows and in the middle of it', () => {
  const sizeOf = (slip: Slip, profile: PrinterProfile) =>
    Math.max(...printed(slip, profile).marks.map((mark) => (mark.kind === 'glyph' ? mark.width : 0)));
  assert.equal(sizeOf(oneLeg, paper80), 8);
  assert.equal(sizeOf({ ...oneLeg, number: 'DQ1000' }, paper80), 8);
  assert.equal(sizeOf(oneLeg, paper58), 6);
  assert.equal(sizeOf({ ...oneLeg, number: 'DQ1000' }, paper58), 5);
});

test('a reprint differs from the first print only by its mark and its time', () => {
  const first = paperText(printed(oneLeg, paper80)).split('\n');
  const again = paperText(printed({ ...oneLeg, reprint: { at: Date.UTC(2026, 10, 23, 3, 5) } }, paper80)).split('\n');
  const added = again.filter((line) => !first.includes(line)).map((line) => line.trim());
  assert.deepEqual(added, ['CETAK ULANG', 'Dicetak ulang pukul 10.05 WIB']);
  assert.deepEqual(
    again.filter((line) => first.includes(line)),
    first,
  );
});

test('a slip stays as it was', () => {
  assert.equal(paperText(printed(oneLeg, paper80)), golden);
});

test('the date is that of the mall, whatever the machine thinks', () => {
  const at = Date.UTC(2026, 10, 23, 2, 41);
  assert.equal(slipDate(at, 'Asia/Jakarta'), 'Senin, 23 November 2026, 09.41 WIB');
  assert.equal(slipDate(at, 'Asia/Makassar'), 'Senin, 23 November 2026, 10.41 WITA');
  assert.equal(slipDate(Date.UTC(2026, 10, 22, 16, 0), 'Asia/Jayapura'), 'Senin, 23 November 2026, 01.00 WIT');
  assert.equal(slipDate(at, 'Asia/Kuala_Lumpur'), 'Senin, 23 November 2026, 10.41 GMT+8');
});

test('text for the printer is ASCII, and no line is wider than its columns', () => {
  assert.equal(ascii('Pelayanan “kilat” – Café · 等候'), 'Pelayanan "kilat" - Cafe - ??');
  assert.deepEqual(wrap('satu dua tiga', 8), ['satu dua', 'tiga']);
  assert.deepEqual(wrap('x abcdefghij y', 4), ['x', 'abcd', 'efgh', 'ij y']);
});

test('neighbouring counters are said as a range', () => {
  assert.equal(counterRanges(['3', '1', '2', '7', '9', '10', 'A']), '1-3, 7, 9-10, A');
});

async function readCode(paper: Paper): Promise<string | undefined> {
  const picture = await loadImage(paperPicture(paper));
  const ink = createCanvas(picture.width, picture.height).getContext('2d');
  ink.drawImage(picture, 0, 0);
  const { data } = ink.getImageData(0, 0, picture.width, picture.height);
  return jsqr(data, picture.width, picture.height)?.data;
}

const golden = `         Mal Pelayanan Publik Banyuwangi
                  Nomor antrean
    DQ012
       Senin, 23 November 2026, 09.41 WIB
------------------------------------------------
Dinas Kependudukan dan Pencatatan Sipil
KTP-el baru atau hilang
Jalur Cepat
Lantai 1, Loket 1-8
4 orang di depan Anda
Perkiraan tunggu: 15-25 menit
------------------------------------------------
Siapkan:
- Fotokopi kartu keluarga
- Surat keterangan kehilangan dari kepolisian
  bila KTP-el hilang
Terlewat? Segera lapor ke petugas loket.
[QR http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ]
         Pantau giliran dari ponsel Anda
       http://localhost:8080/t/q3k9ZtXw0aVbY7mR2sLhNQ
                Simpan nomor ini
              Layanan tanpa pungutan liar.
          Pembayaran resmi hanya di loket bank.
         Pengaduan: SP4N-LAPOR! 1708, lapor.go.id
                   Tiket 7F3A91C2`;
