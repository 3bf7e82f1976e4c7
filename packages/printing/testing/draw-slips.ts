import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paperPicture } from '../src/virtual/paper-picture.ts';
import { paperOf, printed } from './printed.ts';

// Draws every example into a folder, to be looked at: node packages/printing/testing/draw-slips.ts FOLDER
const folder = process.argv[2] ?? '.';
mkdirSync(folder, { recursive: true });
for (const { name, job, profile } of printed) {
  writeFileSync(path.join(folder, `${name}.png`), paperPicture(paperOf(job, profile)));
  console.log(`${name}: ${job.paperMm.toFixed(0)} mm, ${job.bytes.length} bytes`);
}
