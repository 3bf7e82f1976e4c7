import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openRecordings } from './recordings.ts';

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'antrean-recordings-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

test('a hall of displays that starts does not make the server read every recording once for each of them', async (t) => {
  const folder = await folderFor(t);
  const { in: recordingsIn } = openRecordings(() => {});
  const file = path.join(folder, 'dua.wav');
  const put = async (text: string, at: number) => {
    await writeFile(file, text);
    await utimes(file, at, at);
  };
  await put('first', 1_000);
  const answers = await Promise.all(Array.from({ length: 50 }, () => recordingsIn(folder)));
  assert.equal(new Set(answers).size, 1, 'one look answers all');
  assert.deepEqual(answers[0], [{ file: 'dua.wav', sha256: hashOf('first') }]);
  // Name, size and time are those of the file that was read: had it been read again, the answer would be another.
  await put('other', 1_000);
  assert.deepEqual(await recordingsIn(folder), [{ file: 'dua.wav', sha256: hashOf('first') }]);
  await put('other', 2_000);
  assert.deepEqual(await recordingsIn(folder), [{ file: 'dua.wav', sha256: hashOf('other') }]);
  await put('longer', 2_000);
  assert.deepEqual(await recordingsIn(folder), [{ file: 'dua.wav', sha256: hashOf('longer') }]);
  await rm(file);
  assert.deepEqual(await recordingsIn(folder), []);
});

test('a film or a whole music collection in the folder of recordings is left out, and said once', async (t) => {
  const folder = await folderFor(t);
  const said: string[] = [];
  const { in: recordingsIn } = openRecordings(({ event }) => said.push(event));
  await writeFile(path.join(folder, 'a.wav'), '');
  await truncate(path.join(folder, 'a.wav'), 3 * 1_024 ** 3);
  await Promise.all(Array.from({ length: 1_002 }, (_, n) => writeFile(path.join(folder, `b${n}.wav`), '')));
  for (const _ of [1, 2]) assert.equal((await recordingsIn(folder)).length, 999);
  assert.deepEqual(said.toSorted(), ['voice.recording.tooLong', 'voice.recordings.tooMany']);
});

test('without a folder of a language there are no recordings of it', async (t) => {
  assert.deepEqual(await openRecordings(() => {}).in(path.join(await folderFor(t), 'zh')), []);
});
