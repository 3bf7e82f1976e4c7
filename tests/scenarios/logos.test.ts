import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { LogosAnswer } from '@antrean/protocol';
import { type Mall, openMall } from '../mall.ts';

let mall: Mall;
before(async () => {
  mall = await openMall();
});
after(() => mall.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';
const put = (name: string, content: string | Buffer) => writeFileSync(path.join(mall.folder, 'logos', name), content);
const listed = async () => ((await (await fetch(`${mall.url}/logos/`)).json()) as LogosAnswer).logos;

test('the folder for logos is there from the first start, and what is put there is served under the name of its content', async () => {
  assert.deepEqual(await listed(), []);
  put('DKC.png', png);
  put('PTSP.svg', svg);
  const [dkc, ptsp] = await listed();
  assert.deepEqual([dkc?.agencyId, ptsp?.agencyId], ['DKC', 'PTSP']);
  const picture = await fetch(`${mall.url}/logos/${dkc?.file}`);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  assert.match(picture.headers.get('cache-control') ?? '', /immutable/);
  assert.deepEqual(Buffer.from(await picture.arrayBuffer()), png);
  const drawing = await fetch(`${mall.url}/logos/${ptsp?.file}`);
  assert.equal(drawing.headers.get('content-type'), 'image/svg+xml');
  assert.match(drawing.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
  assert.equal(drawing.headers.get('x-content-type-options'), 'nosniff');
  put('PTSP.svg', svg.replace('r="4"', 'r="3"'));
  assert.notEqual((await listed())[1]?.file, ptsp?.file);
  rmSync(path.join(mall.folder, 'logos', 'PTSP.svg'));
  rmSync(path.join(mall.folder, 'logos', 'DKC.png'));
  assert.deepEqual(await listed(), []);
  assert.equal((await fetch(`${mall.url}/logos/${dkc?.file}`)).status, 404);
});

test('nothing but a picture of an agency, by what is in it, of bounded size, is listed or served', async () => {
  const wide = Buffer.from(png);
  wide.writeUInt32BE(4_000, 16);
  writeFileSync(path.join(mall.folder, 'secret.png'), png);
  symlinkSync(path.join(mall.folder, 'secret.png'), path.join(mall.folder, 'logos', 'JKN.png'));
  put('NOBODY.png', png);
  put('DKC.png', '<html>');
  put('SAM.png', wide);
  put('PTSP.png', Buffer.concat([png, Buffer.alloc(200 * 1_024)]));
  const bad = [
    svg.replace('<circle', '<script>alert(1)</script><circle'),
    svg.replace('<circle', '<circle onload="alert(1)"'),
    svg.replace('<circle', '<a href="https://elsewhere.example"/><circle'),
    svg.replace('<circle', '<foreignObject/><circle'),
    `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`,
    `<html>${svg}</html>`,
  ];
  for (const drawing of bad) {
    put('DKC.svg', drawing);
    assert.deepEqual(await listed(), [], drawing);
  }
  for (const asked of ['DKC.png', 'NOBODY.png', '..%2Fsecret.png', '%2e%2e/secret.png', 'a.svg'])
    assert.equal((await fetch(`${mall.url}/logos/${asked}`)).status, 404, asked);
  put('DKC.svg', `<?xml version="1.0"?>\n<!-- Dukcapil -->\n${svg}`);
  assert.equal((await listed()).length, 1);
});
