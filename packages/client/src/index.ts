export { type Clock, systemClock } from './clock.ts';
export type * from './commands.ts';
export type { ConnectFeed, FeedListener, FeedSocket } from './feed-socket.ts';
export { newKey } from './give-command.ts';
export type { Fetch } from './http-call.ts';
export type * from './live-hall.ts';
export { openStation, type StationOptions } from './open-station.ts';
export type * from './station.ts';
