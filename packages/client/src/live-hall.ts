import type { Hall } from '@antrean/domain';

/** How far this copy of the hall can be trusted: `lost` carries since when nothing was heard, in the station's own clock. */
export type Link =
  | { readonly state: 'joining' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly since: number };

/** One moment of a station's copy. `hall` is null only before the first answer; after that it stays, however old. */
export type Live = { readonly hall: Hall | null; readonly link: Link };

/** A station's live copy of the hall, kept whole by join, events and gaps that join again (DESIGN §6). */
export type LiveHall = {
  current(): Live;
  /** Called after each change; gives back how to stop. */
  subscribe(listener: () => void): () => void;
  /** The server's clock as this station knows it, epoch milliseconds. */
  serverNow(): number;
  close(): void;
};
