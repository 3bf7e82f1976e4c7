import type { Condition, PrinterState } from './outcome.ts';

export const unreachable: Condition = { state: 'unreachable', cause: null };
export const silent: Condition = { state: 'silent', cause: null };

/** What the answers to DLE EOT 1, 2 and 4 say together; the cause before its consequence, because an open cover is offline too. */
export function stateFromRealTime(printer: number, offline: number, paper: number): PrinterState {
  if (offline & 0x04) return 'cover';
  if (offline & 0x20 || paper & 0x60) return 'paperOut';
  if (offline & 0x40) return 'error';
  if (printer & 0x08) return 'offline';
  return paper & 0x0c ? 'nearEnd' : 'ready';
}

/** What the answer to DLE EOT 3 and the second byte of automatic status call an error; they use the same bits. */
export function causeOf(error: number): Condition['cause'] {
  if (error & 0x20) return 'unrecoverable';
  return error & 0x08 ? 'cutter' : null;
}

/** What the four bytes of automatic status say. */
export function conditionFromAutomatic([printer, error, paper]: readonly [number, number, number, number]): Condition {
  const plain = (state: PrinterState): Condition => ({ state, cause: null });
  if (printer & 0x20) return plain('cover');
  if (paper & 0x0c) return plain('paperOut');
  if (error & 0x2c) return { state: 'error', cause: causeOf(error) };
  if (printer & 0x08) return plain('offline');
  return plain(paper & 0x03 ? 'nearEnd' : 'ready');
}
