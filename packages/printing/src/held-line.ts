import { PrinterLine } from './printer-line.ts';
import type { Timers } from './timers.ts';
import { openWire, type PrinterAddress } from './wire.ts';

const firstPauseMs = 500;
const longestPauseMs = 10_000;

export type HeldLineParts = {
  readonly address: PrinterAddress;
  readonly timers: Timers;
  readonly now: () => number;
  /** After so long without a byte the printer hangs up by habit; null: it never does. */
  readonly idleCloseMs: number | null;
  readonly opened: (line: PrinterLine) => void;
  /** The printer could not be reached, or has gone though it had no reason to. */
  readonly lost: () => void;
};

/** The one connection to a printer, opened again for ever when it breaks. A printer usually takes one client at a time. */
export class HeldLine {
  readonly #parts: HeldLineParts;
  #line: PrinterLine | null = null;
  #opening: Promise<PrinterLine | null> | null = null;
  #closing: Promise<void> = Promise.resolve();
  #pauseMs = firstPauseMs;
  #stopPause = () => {};
  #isOver = false;

  constructor(parts: HeldLineParts) {
    this.#parts = parts;
  }

  /** The open connection, or the result of one attempt made now. */
  take(): Promise<PrinterLine | null> {
    if (this.#line) return Promise.resolve(this.#line);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Gives up a connection on which nobody answers; a fresh one may find the printer. */
  drop(): void {
    if (!this.#line) return;
    this.#closing = this.#line.close();
    this.#line = null;
    this.#tryLater();
  }

  async close(): Promise<void> {
    this.#isOver = true;
    this.#stopPause();
    await this.#opening;
    await this.#line?.close();
    await this.#closing;
  }

  async #open(): Promise<PrinterLine | null> {
    this.#stopPause();
    await this.#closing;
    if (this.#isOver) return null;
    const { address, timers, now, opened, lost } = this.#parts;
    const wire = await openWire(address, timers);
    if (!wire) {
      lost();
      this.#tryLater();
      return null;
    }
    const line: PrinterLine = new PrinterLine(wire, now, () => this.#closed(line));
    // Whoever takes a call and then says nothing is not reached yet.
    line.onReply(() => {
      this.#pauseMs = firstPauseMs;
    });
    this.#line = line;
    opened(line);
    return line;
  }

  #closed(line: PrinterLine): void {
    if (this.#line !== line) return;
    this.#line = null;
    this.#closing = line.close();
    const { idleCloseMs, lost } = this.#parts;
    // The next question or job connects again.
    if (idleCloseMs !== null && line.idleMs >= idleCloseMs / 2) return;
    lost();
    this.#tryLater();
  }

  #tryLater(): void {
    if (this.#isOver) return;
    this.#stopPause();
    this.#stopPause = this.#parts.timers.after(this.#pauseMs, () => void this.take());
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2);
  }
}
