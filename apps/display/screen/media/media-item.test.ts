import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaItems, noticeText, titleOf } from './media-item.ts';

test('a list from a newer server shows what this page knows and leaves out the rest', () => {
  const poster = { file: 'a.png', kind: 'image', size: 3, modifiedAt: 1 };
  assert.deepEqual(mediaItems([poster, { ...poster, kind: 'hologram' }, null, 'a.png', { file: 'b.png' }]), [poster]);
  assert.deepEqual(mediaItems({ error: 'gone' }), []);
});

test('a file is called by its name, without the number that puts it in order', () => {
  assert.equal(titleOf({ file: '02_pajak-daerah.webp' }), 'pajak daerah');
  assert.equal(titleOf({ file: '2026.png' }), '2026');
});

test('a notice has its first line as title, and the writer’s marks are not read out', () => {
  assert.deepEqual(noticeText('\uFEFF# Libur nasional\r\n\r\n- Kamis **tutup**\n_Jumat_ buka\n'), {
    title: 'Libur nasional',
    paragraphs: ['Kamis tutup', 'Jumat buka'],
  });
  assert.deepEqual(noticeText(''), { title: '', paragraphs: [] });
});
