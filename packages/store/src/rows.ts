import type { Row } from './sql.ts';

/** Reads a column as text; a row that has none does not fit its table, so it throws. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw misfit(row, column);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw misfit(row, column);
  return value;
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

/** A yes or no, stored as 1 or 0 because SQLite knows no other. */
export function yes(row: Row, column: string): boolean {
  return number(row, column) === 1;
}

/** Reads a column as one of these words. */
export function word<const W extends string>(row: Row, column: string, words: readonly W[]): W {
  const value = text(row, column);
  const found = words.find((known) => known === value);
  if (found === undefined) throw misfit(row, column);
  return found;
}

function misfit(row: Row, column: string): Error {
  return new Error(`column ${column} of row ${String(row.id ?? row.seq ?? '')} holds ${String(row[column])}`);
}
