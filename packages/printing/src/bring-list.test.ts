import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue, Language } from '@antrean/domain';
import { mall } from '../testing/mall.ts';
import { paperOf } from '../testing/printed.ts';
import { bringList } from '../testing/slip-examples.ts';
import { bringListFor } from './bring-list.ts';
import { paper58, paper80 } from './profiles.ts';
import { bringListJob } from './slip-bytes.ts';
import { paperText } from './virtual/paper-text.ts';

const at = Date.UTC(2026, 11, 22, 2, 41);
const textOf = (catalogue: Catalogue, language: Language = 'id') => {
  const list = bringListFor(catalogue, 'ktp', language, at, 'Anjungan 1');
  assert.ok(list);
  return paperText(paperOf(bringListJob(list, paper80), paper80));
};

test('the list names every paper of the service with a box, where to come, and when', () => {
  const text = textOf(mall);
  assert.deepEqual(text.match(/^\[ \] .*$/gm), ['[ ] Fotokopi kartu keluarga', '[ ] Pasfoto']);
  assert.match(text, /Dinas Kependudukan\nKTP-el hilang/);
  assert.match(text, /Lantai 1, Loket 1-2/);
  assert.match(text, /^Senin-Kamis +08\.00-15\.30$/m);
  assert.match(text, /^Jumat +08\.00-11\.30, 13\.00-15\.00$/m);
  assert.match(text, /^Sabtu-Minggu +tutup$/m);
  assert.match(text, /Nomor terakhir: 45 menit sebelum tutup/);
  assert.match(text, /Dicetak Selasa, 22 Desember 2026, 09\.41 WIB, Anjungan 1/);
  assert.match(text, /LAPOR! 1708/);
});

test('the list tells of the odd days of the next two weeks and of no others', () => {
  const text = textOf(mall);
  assert.match(text, /Jumat, 25 Desember 2026\nHari Raya Natal: tutup/);
  assert.match(text, /Kamis, 31 Desember 2026\nAkhir tahun: 08\.00-12\.00/);
  assert.doesNotMatch(text, /Isra Mikraj/);
});

test('the list has English for those who chose it, and a service that asks for nothing says so', () => {
  assert.match(textOf(mall, 'en'), /Population Office\n.*\nLost electronic ID card/);
  assert.match(textOf(mall, 'en'), /^\[ \] Fotokopi kartu keluarga\n {4}Copy of the family card\n\[ \] Pasfoto\n-/m);
  assert.doesNotMatch(textOf(mall), /Copy/);
  const list = bringListFor(mall, 'cek', 'id', at, null);
  assert.ok(list);
  assert.match(paperText(paperOf(bringListJob(list, paper80), paper80)), /Tidak ada berkas khusus/);
  assert.equal(bringListFor(mall, 'nobody', 'id', at, null), null);
});

test('nothing on the list passes for a queue number', () => {
  for (const profile of [paper80, paper58])
    for (const secondLanguage of [null, 'en'] as const) {
      const paper = paperOf(bringListJob({ ...bringList, secondLanguage }, profile), profile);
      const text = paperText(paper);
      assert.match(text, /Bukan nomor antrean/);
      assert.doesNotMatch(text, /\b[A-Z]{1,2}\d{3,}\b|\[QR/);
      const large = paper.marks.flatMap((mark) => (mark.kind === 'glyph' && mark.height > 1 ? mark.char : []));
      assert.equal(large.join('').replaceAll(' ', ''), 'DAFTARPERSYARATAN');
    }
});
