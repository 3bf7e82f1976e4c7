import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Mall, openMall } from '../mall.ts';

let mall: Mall;
let folder: string;
before(async () => {
  mall = await openMall();
  folder = path.join(mall.folder, 'media');
});
after(() => mall.close());

const list = async () => (await (await fetch(`${mall.url}/media/`)).json()) as { file: string; kind: string }[];

test('the folder for the displays is there from the first start, and empty', async () => {
  assert.deepEqual(await list(), []);
});

test('what the manager puts there is listed in the order of its names, with kind, type and size', async () => {
  writeFileSync(path.join(folder, '10 jadwal.png'), 'png');
  writeFileSync(path.join(folder, '2 sapaan.mp4'), 'film!');
  writeFileSync(path.join(folder, '3 libur.txt'), 'Senin libur');
  assert.deepEqual(
    (await list()).map((item) => ({ ...item, modifiedAt: 0 })),
    [
      { file: '2 sapaan.mp4', kind: 'video', type: 'video/mp4', size: 5, modifiedAt: 0 },
      { file: '3 libur.txt', kind: 'notice', type: 'text/plain; charset=utf-8', size: 11, modifiedAt: 0 },
      { file: '10 jadwal.png', kind: 'image', type: 'image/png', size: 3, modifiedAt: 0 },
    ],
  );
});

test('nothing but known, plain files of the folder itself is listed or served', async () => {
  writeFileSync(path.join(mall.folder, 'secret.png'), 'secret');
  symlinkSync(path.join(mall.folder, 'secret.png'), path.join(folder, 'link.png'));
  mkdirSync(path.join(folder, 'below.png'));
  writeFileSync(path.join(folder, 'below.png', 'deep.png'), 'deep');
  for (const name of ['page.html', 'script.js', '.hidden.png', 'empty.png', 'no-end'])
    writeFileSync(path.join(folder, name), name === 'empty.png' ? '' : 'x');
  writeFileSync(path.join(folder, 'huge.jpg'), 'x');
  truncateSync(path.join(folder, 'huge.jpg'), 20 * 1_048_576 + 1);
  assert.equal((await list()).length, 3);
  writeFileSync(path.join(folder, '100% gratis.png'), 'png');
  assert.equal((await fetch(`${mall.url}/media/${encodeURIComponent('100% gratis.png')}`)).status, 200);
  for (const asked of [
    'page.html',
    'script.js',
    '.hidden.png',
    'empty.png',
    'no-end',
    'huge.jpg',
    'link.png',
    'below.png/deep.png',
    '..%2Fsecret.png',
    '%2e%2e/secret.png',
    '..%5Csecret.png',
    '%00.png',
    '%E0%A4%A.png',
    'antrean.db',
  ]) {
    const { status } = await fetch(`${mall.url}/media/${asked}`);
    assert.ok(status >= 400 && status < 500, `${asked}: ${status}`);
  }
});

test('a film is served in ranges, and a copy that is still good is not sent again', async () => {
  const address = `${mall.url}/media/2%20sapaan.mp4`;
  const part = await fetch(address, { headers: { range: 'bytes=1-3' } });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), 'bytes 1-3/5');
  assert.equal(await part.text(), 'ilm');
  const whole = await fetch(address);
  const etag = whole.headers.get('etag');
  assert.ok(etag);
  assert.equal(whole.headers.get('cache-control'), 'no-cache');
  // Without it Node's fetch says `no-cache` by itself, which asks for the whole again.
  const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
  assert.equal((await fetch(address, { headers: again })).status, 304);
});

test('a picture that carries a script is served where no script runs', async () => {
  writeFileSync(
    path.join(folder, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const { headers } = await fetch(`${mall.url}/media/logo.svg`);
  assert.equal(headers.get('content-type'), 'image/svg+xml');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
});
