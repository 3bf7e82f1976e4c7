import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** What the voice package offers inside the page, and `render` with it. */
export type VoiceModule = typeof import('../packages/voice/testing/page.ts');

/** One source of the voice package as one script that leaves its exports in the global `voice`. */
export async function voiceScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome120',
      minify: true,
      lib: { entry: path.join(root, 'packages', 'voice', entry), formats: ['iife'], name: 'voice' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

export function gzipBytes(script: string): number {
  return gzipSync(script).length;
}

/** Puts the voice into a page of the server, as `window.voice`; the page's policy forbids inline scripts, its own console may. */
export async function addVoice(page: Page): Promise<void> {
  await page.evaluate(`${await voiceScript('testing/page.ts')};globalThis.voice = voice;`);
}

/** Samples that crossed over from the page as text. */
export function samplesFrom(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
