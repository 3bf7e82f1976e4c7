import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

type Recording = { readonly file: string; readonly sha256: string };

/** The recordings of one folder at a time, with their hashes; none where there is no such folder. */
export type Recordings = { in(folder: string): Promise<readonly Recording[]> };

/** A name that is a clip's and nothing else: no folder climbs out of it and no other file of the mall is shown. */
export const recordingName = /^[a-z0-9-]+\.(?:opus|ogg|wav|mp3|m4a|flac|webm)$/;

/** Several times the words of a language; what is beyond is another folder's content, put here by mistake. */
const mostFiles = 1_000;
/** A minute of sound as it comes from the recorder; the longest clip takes some seconds. */
const longestBytes = 10 * 1_024 * 1_024;

type Read = { readonly size: number; readonly mtimeMs: number; readonly sha256: string };

/** A file is read when it is new or has changed, and by one request for all that ask meanwhile: every display of a hall starts at once. */
export function openRecordings(log: (why: { readonly file: string; readonly event: string }) => void): Recordings {
  const known = new Map<string, Read>();
  const underWay = new Map<string, Promise<readonly Recording[]>>();
  const told = new Set<string>();

  const leaveOut = (file: string, event: string) => {
    if (!told.has(file)) log({ file, event });
    told.add(file);
  };

  async function recordingAt(folder: string, name: string): Promise<Recording | null> {
    const file = path.join(folder, name);
    const now = await stat(file).catch(() => null);
    if (!now?.isFile()) return null;
    if (now.size > longestBytes) {
      leaveOut(file, 'voice.recording.tooLong');
      return null;
    }
    const kept = known.get(file);
    if (kept && kept.size === now.size && kept.mtimeMs === now.mtimeMs) return { file: name, sha256: kept.sha256 };
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return null;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    known.set(file, { size: now.size, mtimeMs: now.mtimeMs, sha256 });
    return { file: name, sha256 };
  }

  async function look(folder: string): Promise<readonly Recording[]> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => recordingName.test(name)).sort();
    if (names.length > mostFiles) leaveOut(folder, 'voice.recordings.tooMany');
    const taken = names.slice(0, mostFiles);
    const here = new Set(taken.map((name) => path.join(folder, name)));
    for (const file of known.keys()) if (path.dirname(file) === folder && !here.has(file)) known.delete(file);
    const found: Recording[] = [];
    for (const name of taken) {
      const recording = await recordingAt(folder, name);
      if (recording) found.push(recording);
    }
    return found;
  }

  return {
    in(folder) {
      const running = underWay.get(folder);
      if (running) return running;
      const asked = look(folder).finally(() => underWay.delete(folder));
      underWay.set(folder, asked);
      return asked;
    },
  };
}
