/** The bytes that a printer has taken and not worked through. */
export class ReceiveBuffer {
  readonly #limit: number;
  #bytes: number[] = [];
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#bytes.length - this.#taken;
  }

  /** How many more it would take. */
  get room(): number {
    return Math.max(0, this.#limit - this.length);
  }

  push(bytes: readonly number[]): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  take(): number | null {
    const byte = this.#bytes[this.#taken];
    if (byte === undefined) return null;
    this.#taken += 1;
    if (this.#taken === this.#bytes.length) this.clear();
    return byte;
  }

  clear(): void {
    this.#bytes = [];
    this.#taken = 0;
  }
}
