export * from './outcome.ts';
export * from './printer.ts';
export type { PrinterAddress } from './printer-line.ts';
export * from './profiles.ts';
export * from './slip.ts';
export * from './slip-bytes.ts';
export * from './slip-from-issued.ts';
export * from './timers.ts';
