export type { Roll } from './device.ts';
export type { Fault } from './faults.ts';
export * from './virtual-printer.ts';
