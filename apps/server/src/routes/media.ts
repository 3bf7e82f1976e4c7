import { lstatSync } from 'node:fs';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import statics from '@fastify/static';
import { type Static, Type } from 'typebox';
import type { App } from '../app.ts';

const MediaList = Type.Array(
  Type.Object({
    file: Type.String(),
    kind: Type.Enum(['image', 'video', 'notice']),
    type: Type.String(),
    size: Type.Integer(),
    modifiedAt: Type.Integer(),
  }),
);
type MediaFile = Static<typeof MediaList>[number];

const megabyte = 1_048_576;
const notice = { kind: 'notice', type: 'text/plain; charset=utf-8', most: megabyte / 64 } as const;
const image = (type: string) => ({ kind: 'image', type, most: 20 * megabyte }) as const;
const video = (type: string) => ({ kind: 'video', type, most: 512 * megabyte }) as const;

/** What a display can show, by the end of its name, and how large it may be; nothing else in the folder is served. */
const known: Readonly<Record<string, ReturnType<typeof image> | ReturnType<typeof video> | typeof notice>> = {
  '.jpg': image('image/jpeg'),
  '.jpeg': image('image/jpeg'),
  '.png': image('image/png'),
  '.webp': image('image/webp'),
  '.svg': image('image/svg+xml'),
  '.mp4': video('video/mp4'),
  '.webm': video('video/webm'),
  '.txt': notice,
  '.md': notice,
};
const knownAs = (file: string) => known[path.extname(file).toLowerCase()];

/** More files would take longer than anybody waits, and every display keeps a copy of each. */
const mostFiles = 60;

// An SVG may carry scripts; opened by itself it must not run them.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Pictures, films and notices that the manager has put into `folder` for the displays. The folder is made, so that people find it. */
export async function mediaRoutes(app: App, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await app.register(statics, {
    root: folder,
    prefix: '/media/',
    decorateReply: false,
    index: false,
    // Flat, plain and known: no folder below, no link to a file elsewhere, no hidden file.
    allowedPath: (name) => {
      const file = name.replace(/^\//, '');
      return isPlainName(file) && isServed(file, lstatSync(path.join(folder, file), { throwIfNoEntry: false }));
    },
    setHeaders: (reply, file) => {
      reply.header('cache-control', 'no-cache');
      reply.header('content-type', knownAs(file)?.type ?? 'application/octet-stream');
      reply.header('content-security-policy', filePolicy);
    },
  });
  app.get(
    '/media/',
    { schema: { tags: ['media'], summary: 'what the displays show', response: { 200: MediaList } } },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send([...(await mediaIn(folder))]),
  );
}

/** In the order of their names, which is the order in which they are shown. */
async function mediaIn(folder: string): Promise<readonly MediaFile[]> {
  const names = (await readdir(folder)).filter(isPlainName).sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  const found: MediaFile[] = [];
  for (const file of names) {
    // Somebody may be emptying the folder at this moment.
    const facts = await lstat(path.join(folder, file)).catch(() => undefined);
    const as = knownAs(file);
    if (!as || !facts || !isServed(file, facts)) continue;
    found.push({ file, kind: as.kind, type: as.type, size: facts.size, modifiedAt: Math.floor(facts.mtimeMs) });
    if (found.length === mostFiles) break;
  }
  return found;
}

function isPlainName(file: string): boolean {
  return !file.startsWith('.') && !/[/\\]|\p{Cc}/u.test(file);
}

function isServed(file: string, facts: { isFile(): boolean; readonly size: number } | undefined): boolean {
  const as = knownAs(file);
  if (!as || !facts) return false;
  return facts.isFile() && facts.size > 0 && facts.size <= as.most;
}
