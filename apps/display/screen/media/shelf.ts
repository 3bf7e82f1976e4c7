/** Where copies lie on this machine, by address. */
export type Shelf = {
  get(key: string): Promise<Response | undefined>;
  /** False when it did not fit. */
  put(key: string, copy: Response): Promise<boolean>;
  keepOnly(keys: readonly string[]): Promise<void>;
};

/**
 * The browser's own store, which outlives a power cut. It is there for pages of `https:` and of this machine itself, as a station serves
 * them; any other page keeps its copies only until it is loaded again.
 */
export async function openShelf(): Promise<Shelf> {
  if (!('caches' in globalThis)) return shelfInMemory();
  try {
    return shelfOver(await caches.open('media'));
  } catch {
    return shelfInMemory();
  }
}

function shelfOver(cache: Cache): Shelf {
  return {
    get: (key) => cache.match(key),
    put: (key, copy) =>
      cache.put(key, copy).then(
        () => true,
        () => false,
      ),
    async keepOnly(keys) {
      const wanted = new Set(keys.map((key) => new URL(key, location.href).href));
      for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
    },
  };
}

function shelfInMemory(): Shelf {
  const copies = new Map<string, Response>();
  return {
    get: async (key) => copies.get(key)?.clone(),
    async put(key, copy) {
      copies.set(key, copy);
      return true;
    },
    async keepOnly(keys) {
      for (const key of copies.keys()) if (!keys.includes(key)) copies.delete(key);
    },
  };
}
