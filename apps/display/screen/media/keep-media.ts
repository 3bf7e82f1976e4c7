import { type MediaItem, mediaItems } from './media-item.ts';
import { openShelf, type Shelf } from './shelf.ts';

/** The manager's media as far as this display has them whole, in the order in which they are shown. */
export type KeptMedia = {
  current(): readonly MediaItem[];
  subscribe(listener: () => void): () => void;
  /** The local copy; null when it has gone meanwhile. */
  copyOf(item: MediaItem): Promise<Blob | null>;
  /** Leaves out one that cannot be shown, until the manager changes it. */
  passOver(item: MediaItem): void;
};

const lookEveryMs = 60_000;
// A film over a weak line takes its time; longer than this is a line that has died.
const longestDownloadMs = 15 * 60_000;
const listKey = '/media/';
const keyOf = ({ file, size, modifiedAt }: MediaItem) => `/media/${encodeURIComponent(file)}?v=${modifiedAt}-${size}`;

/** A display that shows no media. */
export const noMedia: KeptMedia = {
  current: () => nothing,
  subscribe: () => () => undefined,
  copyOf: async () => null,
  passOver: () => undefined,
};
const nothing: readonly MediaItem[] = [];

/** Copies the server's folder of media to this machine, and goes on with the copy while the server is away. Looks once a minute, for the life of the page. */
export function keepMedia(): KeptMedia {
  const listeners = new Set<() => void>();
  const shelf = openShelf();
  const faulty = new Set<string>();
  let kept: readonly MediaItem[] = nothing;

  const show = (whole: readonly MediaItem[]) => {
    const items = whole.filter((item) => !faulty.has(keyOf(item)));
    if (items.map(keyOf).join() === kept.map(keyOf).join()) return;
    kept = items;
    for (const listener of listeners) listener();
  };
  async function look() {
    const list = await askList();
    if (list) await bringIn(await shelf, list, show);
    setTimeout(() => void look(), lookEveryMs);
  }
  void (async () => {
    const old = await (await shelf).get(listKey);
    if (old) show(await wholeOf(await shelf, mediaItems(await old.json())));
    await look();
  })();
  return {
    current: () => kept,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copyOf: async (item) => (await (await shelf).get(keyOf(item)))?.blob() ?? null,
    passOver(item) {
      faulty.add(keyOf(item));
      show(kept);
    },
  };
}

async function askList(): Promise<readonly MediaItem[] | null> {
  try {
    const answer = await fetch(listKey, { signal: AbortSignal.timeout(10_000) });
    return answer.ok ? mediaItems(await answer.json()) : null;
  } catch {
    return null;
  }
}

/** Brings in what is new one by one, shows each as soon as it is whole, and throws away what the manager took out. */
async function bringIn(shelf: Shelf, list: readonly MediaItem[], show: (items: readonly MediaItem[]) => void) {
  await shelf.put(listKey, new Response(JSON.stringify(list)));
  show(await wholeOf(shelf, list));
  for (const item of list) {
    if (await shelf.get(keyOf(item))) continue;
    const copy = await download(item);
    if (copy && (await shelf.put(keyOf(item), new Response(copy)))) show(await wholeOf(shelf, list));
  }
  await shelf.keepOnly([listKey, ...list.map(keyOf)]);
}

async function download(item: MediaItem): Promise<Blob | null> {
  try {
    const answer = await fetch(keyOf(item), { signal: AbortSignal.timeout(longestDownloadMs) });
    const copy = await answer.blob();
    // Somebody may still be copying the file into the folder; the next look brings it whole.
    return answer.ok && copy.size === item.size ? copy : null;
  } catch {
    return null;
  }
}

async function wholeOf(shelf: Shelf, list: readonly MediaItem[]): Promise<readonly MediaItem[]> {
  const here = await Promise.all(list.map(async (item) => (await shelf.get(keyOf(item))) !== undefined));
  return list.filter((_, index) => here[index]);
}
