export * from './bridge.ts';
export * from './bridge-room.ts';
export * from './bundle.ts';
export { type Journal, openJournal } from './journal/journal.ts';
export * from './kiosk-station.ts';
export * from './loopback-server.ts';
export { type ServerProxy, serverProxy } from './server-proxy.ts';
export { machineClocks } from './server-time.ts';
export type { KioskParts } from './station-parts.ts';
