import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import open from 'espeak-ng';

export const tool = 'espeak-ng 1.0.2 (npm)';

/** Mono samples from -1 to 1. */
export type Sound = { readonly samples: Float32Array; readonly sampleRate: number };

const wasm = fileURLToPath(new URL('espeak-ng.wasm', import.meta.resolve('espeak-ng')));
const compiled = WebAssembly.compile(readFileSync(wasm));
const wordsPerMinute = 145;
const headerBytes = 44;

/** One text spoken by one of the engine's voices. The same text gives the same samples each time. */
export async function say(voice: string, text: string): Promise<Sound> {
  const module = await compiled;
  const complaints: string[] = [];
  const { FS } = await open({
    arguments: ['-b', '1', '-v', voice, '-s', String(wordsPerMinute), '-w', 'said.wav', text],
    // Compiled once for all clips; the engine keeps state between texts, so each gets an instance of its own.
    instantiateWasm(imports, ready) {
      void WebAssembly.instantiate(module, imports).then((instance) => ready(instance, module));
      return {};
    },
    print: () => {},
    printErr: (line) => complaints.push(line),
  });
  const wav = FS.readFile('said.wav');
  if (complaints.length > 0 || wav.length <= headerBytes)
    throw new Error(`${voice} "${text}": ${complaints.join(' ')}`);
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const samples = Float32Array.from(
    { length: Math.floor((wav.length - headerBytes) / 2) },
    (_, index) => view.getInt16(headerBytes + index * 2, true) / 32_768,
  );
  return { samples, sampleRate: view.getUint32(24, true) };
}
