import type { Deadline } from './deadline.ts';
import { noReply, type Reply, type ReplyState, readReplies } from './status-reply.ts';
import type { Wire } from './wire.ts';

export type Heard = Reply | { readonly kind: 'closed' } | { readonly kind: 'silence' };

/** One open connection to a printer: bytes out, parsed replies in, in the order they came. */
export class PrinterLine {
  readonly #wire: Wire;
  readonly #listeners = new Set<(reply: Reply) => void>();
  readonly #now: () => number;
  #lastAt: number;
  #heard: Reply[] = [];
  #state: ReplyState = noReply;
  #isClosed = false;
  #wake: (() => void) | null = null;

  /** `closed` is called once, when the other side has gone. */
  constructor(wire: Wire, now: () => number, closed: () => void) {
    this.#wire = wire;
    this.#now = now;
    this.#lastAt = now();
    wire.listen(
      (chunk) => this.#read(chunk),
      () => {
        if (this.#isClosed) return;
        this.#isClosed = true;
        this.#wake?.();
        closed();
      },
    );
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Milliseconds since the last byte went or came. */
  get idleMs(): number {
    return this.#now() - this.#lastAt;
  }

  write(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    this.#lastAt = this.#now();
    this.#wire.write(bytes);
  }

  /** Calls for every reply the moment it is read, also for those that nobody waits for. Gives back how to stop. */
  onReply(listener: (reply: Reply) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Drops what was said before anybody asked. */
  forget(): void {
    this.#heard = [];
  }

  /** The next reply that `wanted` takes; others are dropped. `silence` once `deadline` fires, `closed` when none can come any more. */
  async next(wanted: (reply: Reply) => boolean, deadline: Deadline): Promise<Heard> {
    for (;;) {
      for (let reply = this.#heard.shift(); reply; reply = this.#heard.shift()) if (wanted(reply)) return reply;
      if (this.#isClosed) return { kind: 'closed' };
      if (deadline.isOver) return { kind: 'silence' };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        deadline.onOver(resolve);
      });
      this.#wake = null;
    }
  }

  /** Says goodbye; bounded in time, and tells nobody. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#wake?.();
    return this.#wire.close();
  }

  #read(chunk: Uint8Array): void {
    this.#lastAt = this.#now();
    const { state, replies } = readReplies(this.#state, chunk);
    this.#state = state;
    this.#heard.push(...replies);
    for (const reply of replies) for (const listener of [...this.#listeners]) listener(reply);
    this.#wake?.();
  }
}
