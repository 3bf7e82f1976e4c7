/** The machine failed, not the command: disk full, I/O error, connection lost. What was asked for may or may not have happened. */
export class StoreUnavailable extends Error {
  /** True when the store must not be used again: a damaged file or a disk that fails. */
  readonly isBroken: boolean;

  constructor(message: string, isBroken: boolean, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailable';
    this.isBroken = isBroken;
  }
}
