export type * from './commands.ts';
export type * from './live-hall.ts';
export type * from './station.ts';
