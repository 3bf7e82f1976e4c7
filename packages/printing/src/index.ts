export * from './outcome.ts';
export * from './printer.ts';
export * from './profiles.ts';
export * from './slip.ts';
export * from './slip-bytes.ts';
export * from './slip-from-issued.ts';
export * from './timers.ts';
export type { PrinterAddress } from './wire.ts';
