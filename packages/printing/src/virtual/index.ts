export type { Speed } from './device.ts';
export type { Fault } from './faults.ts';
export type { Roll } from './status-bytes.ts';
export * from './virtual-printer.ts';
