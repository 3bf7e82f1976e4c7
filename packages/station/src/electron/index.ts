export { endSilentPage } from './end-silent-page.ts';
export * from './guard-page.ts';
export * from './hall-window.ts';
export { keepAlive, type WindowParts } from './keep-alive.ts';
export { type StationFrame, startStation } from './start-station.ts';
export type * from './station-shell.ts';
