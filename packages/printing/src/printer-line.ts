import { connect, type Socket } from 'node:net';
import { noReply, type Reply, type ReplyState, readReplies } from './status-reply.ts';
import type { Timers } from './timers.ts';

export type PrinterAddress = { readonly host: string; readonly port: number };

export type Heard = Reply | { readonly kind: 'closed' } | { readonly kind: 'silence' };

const connectMs = 1_500;
const closeMs = 1_000;

/** One open connection to a printer: bytes out, parsed replies in, in the order they came. */
export class PrinterLine {
  readonly #socket: Socket;
  readonly #timers: Timers;
  readonly #heard: Reply[] = [];
  #state: ReplyState = noReply;
  #isClosed = false;
  #wake: (() => void) | null = null;

  private constructor(socket: Socket, timers: Timers) {
    this.#socket = socket;
    this.#timers = timers;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      const { state, replies } = readReplies(this.#state, chunk);
      this.#state = state;
      this.#heard.push(...replies);
      this.#wake?.();
    });
    const ended = () => {
      this.#isClosed = true;
      this.#wake?.();
    };
    // An error is always followed by `close`; without a listener it would end the program.
    socket.on('error', ended).on('end', ended).on('close', ended);
  }

  /** Null when nobody took the call in time; a refusal may mean that another client holds the printer. */
  static open(address: PrinterAddress, timers: Timers): Promise<PrinterLine | null> {
    return new Promise((resolve) => {
      const socket = connect(address);
      const give = (line: PrinterLine | null) => {
        stop();
        socket.removeListener('error', fail);
        resolve(line);
      };
      const fail = () => {
        socket.on('error', () => {});
        socket.destroy();
        give(null);
      };
      const stop = timers.after(connectMs, fail);
      socket.once('error', fail);
      socket.once('connect', () => give(new PrinterLine(socket, timers)));
    });
  }

  write(bytes: Uint8Array): void {
    if (!this.#isClosed) this.#socket.write(bytes);
  }

  /** Drops what was said before anybody asked. */
  forget(): void {
    this.#heard.length = 0;
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

  /** Says goodbye and reads on: destroying with unread input would reset the connection and lose bytes under way. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve();
      const stop = this.#timers.after(closeMs, () => this.#socket.destroy());
      this.#socket.once('close', () => {
        stop();
        resolve();
      });
      this.#socket.resume();
      this.#socket.end();
    });
  }
}

/** A moment after which waiting ends, shared by the waits before it. */
export class Deadline {
  #isOver = false;
  #listener: (() => void) | null = null;
  readonly #stop: () => void;

  constructor(timers: Timers, milliseconds: number) {
    this.#stop = timers.after(milliseconds, () => {
      this.#isOver = true;
      this.#listener?.();
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  onOver(listener: () => void): void {
    this.#listener = listener;
  }

  cancel(): void {
    this.#stop();
  }
}
