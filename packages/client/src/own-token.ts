/** A device's token as a browser keeps it, where no station stands around the page. Whoever can use the browser can read it. */
export type OwnToken = { read(): string | null; keep(token: string): void };

/** `screen` tells two pages of one browser apart: a display and a counter are two devices. */
export function ownToken(storage: Storage, screen: 'counter' | 'display' | 'board'): OwnToken {
  const name = `antrean.device.${screen}`;
  return {
    read: () => storage.getItem(name),
    keep: (token) => storage.setItem(name, token),
  };
}
