export * from './bridge.ts';
export * from './bridge-room.ts';
export * from './bundle.ts';
export * from './kiosk-station.ts';
export * from './loopback-server.ts';
export { type ServerProxy, serverProxy } from './server-proxy.ts';
