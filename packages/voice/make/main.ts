import path from 'node:path';
import { voiceLanguages } from '../src/languages/tongues.ts';
import { makeVoice } from './make-voice.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const clips = path.join(root, 'packages', 'voice', 'clips');
const catalogue = path.join(root, 'db', 'catalogue', 'banyuwangi.json');

let total = 0;
for (const language of voiceLanguages) {
  const bytes = await makeVoice(language, clips, catalogue);
  total += bytes;
  console.log(`${language}: ${Math.round(bytes / 1_024)} KB`);
}
console.log(`Made ${voiceLanguages.length} voices, ${Math.round(total / 1_024)} KB, in ${path.relative(root, clips)}.`);
