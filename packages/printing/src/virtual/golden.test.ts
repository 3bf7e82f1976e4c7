import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { jobs } from '../../testing/jobs.ts';
import { paperOf } from '../../testing/paper-of.ts';
import { pixelsOf } from '../../testing/pictures.ts';
import { paper58, paper80 } from '../profiles.ts';
import { paperPicture } from './paper-picture.ts';
import { paperText } from './paper-text.ts';

const golden = path.resolve(import.meta.dirname, '../../testing/golden');
/** Machines smooth the edges of letters a little differently. */
const mayDiffer = 0.002;

// ANTREAN_GOLDEN=write keeps what comes out now; look at it before you commit it.
const writes = process.env.ANTREAN_GOLDEN === 'write';

for (const [mm, { dots }] of [
  [80, paper80],
  [58, paper58],
] as const)
  for (const [name, job] of Object.entries(jobs))
    test(`the ${name} of ${mm} mm paper look as they did when somebody last looked`, async () => {
      const paper = paperOf(job, dots);
      const [text, picture] = [`${paperText(paper)}\n`, paperPicture(paper)];
      const file = path.join(golden, `${name}-${mm}`);
      if (writes) await Promise.all([writeFile(`${file}.txt`, text), writeFile(`${file}.png`, picture)]);
      assert.equal(text, (await readFile(`${file}.txt`, 'utf8')).replaceAll('\r\n', '\n'));
      const [now, then] = await Promise.all([pixelsOf(picture), readFile(`${file}.png`).then(pixelsOf)]);
      assert.deepEqual([now.width, now.height], [then.width, then.height]);
      let different = 0;
      for (let y = 0; y < now.height; y += 1)
        for (let x = 0; x < now.width; x += 1) if (now.isBlack(x, y) !== then.isBlack(x, y)) different += 1;
      assert.ok(different <= mayDiffer * now.width * now.height, `${different} dots differ from ${file}.png`);
    });
