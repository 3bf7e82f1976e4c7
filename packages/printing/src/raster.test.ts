import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { opsOf } from '../testing/ops-of.ts';
import { oneLeg, slips } from '../testing/slip-examples.ts';
import { logoFor } from './logo.ts';
import { paper58, paper80 } from './profiles.ts';
import { packRaster, type Raster } from './raster.ts';
import { type SlipJob, slipJob } from './slip-bytes.ts';

/** The pictures of a job as its bytes carry them, back from GS v 0. */
function picturesOf(job: SlipJob): readonly Raster[] {
  return opsOf(job.bytes).flatMap((op) => {
    if (op.kind !== 'command' || op.name !== '\x1dv') return [];
    const [, , bytes = 0, , low = 0, high = 0] = op.args;
    return [{ width: bytes * 8, height: low + 256 * high, rows: Uint8Array.from(op.args.slice(6)) }];
  });
}

function isBlack({ width, rows }: Raster, x: number, y: number): boolean {
  return ((rows[(y * width) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

function columnsWithInk(raster: Raster): readonly number[] {
  return Array.from({ length: raster.width }, (_, x) => x).filter((x) =>
    Array.from({ length: raster.height }, (_, y) => y).some((y) => isBlack(raster, x, y)),
  );
}

test('a Chinese name is printed as a picture, in the middle where the name stands in the middle', () => {
  for (const profile of [paper80, paper58]) {
    const [siteName, agency, ...others] = picturesOf(slipJob(slips.chinese, profile));
    assert.ok(siteName && agency);
    assert.deepEqual(others, [], 'what the printer has letters for stays text');
    for (const picture of [siteName, agency]) assert.ok(picture.width <= profile.dots);
    const ink = columnsWithInk(siteName);
    const [left = 0, right = 0] = [ink[0], ink.at(-1)];
    assert.ok(Math.abs(left + right - profile.dots) < 16, `from ${left} to ${right} of ${profile.dots}`);
    assert.ok(ink.length > (right - left) * 0.7, 'nine characters, each of them drawn');
  }
});

test('a letter that no font has is a question mark, and a Latin letter loses its mark', () => {
  const job = slipJob({ ...oneLeg, siteName: 'Kafé \u{13000}\u{e000} Mal' }, paper80);
  assert.deepEqual(picturesOf(job), []);
  assert.ok(Buffer.from(job.bytes).includes('Kafe ?? Mal'));
});

test('a logo stands first, in the middle, at most 25 mm high, and leaves the slip below it as it is', async () => {
  for (const profile of [paper80, paper58]) {
    const canvas = createCanvas(600, 600);
    const ink = canvas.getContext('2d');
    ink.fillStyle = '#f4a300';
    ink.fillRect(0, 0, 600, 600);
    const logo = await logoFor(canvas.toBuffer('image/png'), profile);
    assert.equal(logo.height, 200);
    const columns = columnsWithInk(logo);
    assert.ok(Math.abs((columns[0] ?? 0) + (columns.at(-1) ?? 0) + 1 - profile.dots) <= 2);
    assert.ok(columns.length > 195, 'an orange is a pattern of dots and not white');
    const [plain, under] = [slipJob(oneLeg, profile), slipJob(oneLeg, profile, logo)];
    assert.deepEqual(picturesOf(under), [logo]);
    const letters = (job: SlipJob) => opsOf(job.bytes).filter(({ kind }) => kind === 'character');
    assert.deepEqual(letters(under), letters(plain));
    assert.ok(Math.abs(under.paperMm - plain.paperMm - 26.5) < 0.1);
  }
});

test('a logo is never enlarged and never wider than the roll', async () => {
  const sized = async (width: number, height: number) => {
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').fillRect(0, 0, width, height);
    const logo = await logoFor(canvas.toBuffer('image/png'), paper58);
    return [columnsWithInk(logo).length, logo.height];
  };
  assert.deepEqual(await sized(40, 20), [40, 20]);
  assert.deepEqual(await sized(768, 100), [384, 50]);
});

test('no picture holds bytes that a printer obeys at once', () => {
  // 10 04 01, 10 05 02 and 10 14 08, as dots.
  const dangerous = [0x10, 0x04, 0x01, 0x10, 0x05, 0x02, 0x10, 0x14, 0x08, 0x10];
  const { rows } = packRaster(80, 1, (x) => (((dangerous[x >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1);
  assert.deepEqual([...rows], [0x30, 0x04, 0x01, 0x30, 0x05, 0x02, 0x30, 0x14, 0x08, 0x10]);
});

test('a slip of Latin letters loads no canvas', () => {
  const script = `
    import { paper80, slipJob } from ${JSON.stringify(import.meta.resolve('./index.ts'))};
    import { oneLeg } from ${JSON.stringify(import.meta.resolve('../testing/slip-examples.ts'))};
    slipJob({ ...oneLeg, siteName: 'Kafé' }, paper80);
    const has = () => process.report.getReport().sharedObjects.some((file) => file.includes('skia'));
    const before = has();
    slipJob({ ...oneLeg, siteName: '等候' }, paper80);
    console.log(before, has());`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(ran.stdout.trim(), 'false true', ran.stderr);
});
