import type { PrinterState } from './outcome.ts';

/** What the answers to DLE EOT 1, 2 and 4 say together; the cause before its consequence, because an open cover is offline too. */
export function stateFromRealTime(printer: number, offline: number, paper: number): PrinterState {
  if (offline & 0x04) return 'cover';
  if (offline & 0x20 || paper & 0x60) return 'paperOut';
  if (offline & 0x40) return 'error';
  if (printer & 0x08) return 'offline';
  return paper & 0x0c ? 'nearEnd' : 'ready';
}

/** What the four bytes of automatic status say. */
export function stateFromAutomatic([printer, error, paper]: readonly [number, number, number, number]): PrinterState {
  if (printer & 0x20) return 'cover';
  if (paper & 0x0c) return 'paperOut';
  if (error & 0x2c) return 'error';
  if (printer & 0x08) return 'offline';
  return paper & 0x03 ? 'nearEnd' : 'ready';
}
