import { type DecoderState, decode, type Op, type RealTime, watchRealTime } from './decoder.ts';
import type { Fault } from './faults.ts';

export type Roll = 'full' | 'low' | 'out';

/** What the printer does to the world around it. */
export type DeviceEvents = {
  say(bytes: Uint8Array): void;
  /** A slip fell: everything since the cut before it. */
  cut(ops: readonly Op[]): void;
  disconnect(how: 'end' | 'reset'): void;
  changed(): void;
};

const offlineBit = 0x08;

/** The printer's insides: paper, cover, buffer, and what it answers. Works through its buffer at once, unless it may not. */
export class PrinterDevice {
  readonly #events: DeviceEvents;
  #roll: Roll = 'full';
  #isCoverOpen = false;
  #fault: Fault | null = null;
  #arrived = 0;
  #buffer: number[] = [];
  #decoder: DecoderState = [];
  #watcher: DecoderState = [];
  #ops: Op[] = [];
  #reportsChanges = false;
  #held: Uint8Array | null = null;

  constructor(events: DeviceEvents) {
    this.#events = events;
  }

  get roll(): Roll {
    return this.#roll;
  }

  get isCoverOpen(): boolean {
    return this.#isCoverOpen;
  }

  get fault(): Fault | null {
    return this.#fault;
  }

  get isStopped(): boolean {
    return this.#isCoverOpen || this.#roll === 'out';
  }

  setFault(fault: Fault | null): void {
    this.#fault = fault;
    this.#arrived = 0;
    this.#work();
  }

  setRoll(roll: Roll): void {
    if (roll === this.#roll) return;
    this.#roll = roll;
    this.#statusChanged();
  }

  setCover(isOpen: boolean): void {
    if (isOpen === this.#isCoverOpen) return;
    this.#isCoverOpen = isOpen;
    this.#statusChanged();
  }

  /** Says what an `acknowledgesLate` printer kept to itself. */
  acknowledge(): void {
    if (this.#held) this.#events.say(this.#held);
    this.#held = null;
  }

  /** A new client: the printer forgets to whom it reported, and keeps its buffer and its paper. */
  connected(): void {
    this.#reportsChanges = false;
    this.#watcher = [];
  }

  receive(chunk: Uint8Array): void {
    for (const byte of chunk) {
      this.#arrived += 1;
      const { state, heard } = watchRealTime(this.#watcher, byte);
      this.#watcher = state;
      this.#buffer.push(byte);
      if (heard) this.#answer(heard);
      if (this.#breaksHere()) return;
    }
    this.#work();
  }

  #breaksHere(): boolean {
    const fault = this.#fault;
    if (fault === null || !('bytes' in fault) || this.#arrived < fault.bytes) return false;
    if (fault.kind === 'stalls') return false;
    this.#work();
    this.#fault = null;
    if (fault.kind === 'paperEnds') this.setRoll('out');
    else if (fault.kind === 'coverOpens') this.setCover(true);
    else {
      if (fault.kind === 'losesPower') this.#forget();
      this.#events.disconnect(fault.kind === 'resets' ? 'reset' : 'end');
      return true;
    }
    return false;
  }

  #work(): void {
    while (this.#buffer.length > 0 && !this.isStopped && !this.#isStalled()) {
      const byte = this.#buffer.shift();
      if (byte === undefined) return;
      const { state, op } = decode(this.#decoder, byte);
      this.#decoder = state;
      if (op) this.#execute(op);
    }
  }

  #isStalled(): boolean {
    return this.#fault?.kind === 'stalls' && this.#arrived >= this.#fault.bytes;
  }

  #execute(op: Op): void {
    if (op.kind !== 'command') {
      this.#ops.push(op);
      return;
    }
    switch (op.name) {
      case '\x1b@':
        // Some models do, some do not: the one that does is harder to live with.
        this.#reportsChanges = false;
        this.#ops.push(op);
        return;
      case '\x1da':
        this.#reportsChanges = (op.args[0] ?? 0) !== 0;
        if (this.#reportsChanges) this.#events.say(this.#automatic());
        return;
      case '\x1dV':
        this.#ops.push(op);
        this.#fall();
        return;
      case '\x1dr':
        this.#acknowledge(Uint8Array.of(this.#roll === 'full' ? 0 : 0x03));
        return;
      case '\x1d(':
        if (op.args[0] === 0x48) this.#acknowledge(Uint8Array.of(0x37, 0x22, ...op.args.slice(5, 9), 0));
        else this.#ops.push(op);
        return;
      default:
        this.#ops.push(op);
    }
  }

  #fall(): void {
    const ops = this.#ops;
    this.#ops = [];
    this.#events.cut(ops);
    if (this.#fault?.kind === 'paperEndsAfterCut') this.setRoll('out');
    else if (this.#fault?.kind === 'runsLow') this.setRoll('low');
  }

  #acknowledge(reply: Uint8Array): void {
    switch (this.#fault?.kind) {
      case 'neverAcknowledges':
        break;
      case 'acknowledgesAnother':
        this.#say(Uint8Array.of(0x37, 0x22, 0x5a, 0x5a, 0x5a, 0x5a, 0));
        break;
      case 'acknowledgesLate':
        this.#held = reply;
        break;
      case 'acknowledgesInPieces':
        for (const byte of reply) this.#say(Uint8Array.of(byte));
        break;
      case 'chatters':
        this.#say(Buffer.concat([this.#automatic(), reply, this.#automatic()]));
        break;
      case 'straysStatus':
        this.#say(Uint8Array.of(0x12, ...reply));
        break;
      default:
        this.#say(reply);
    }
  }

  #answer(heard: RealTime): void {
    if (heard.kind === 'recover') {
      if (heard.clears) this.#forget();
      return;
    }
    const { n } = heard;
    if (n === 1) this.#say(Uint8Array.of(0x12 | (this.isStopped ? offlineBit : 0)));
    else if (n === 2)
      this.#say(Uint8Array.of(0x12 | (this.#isCoverOpen ? 0x04 : 0) | (this.#roll === 'out' ? 0x20 : 0)));
    else if (n === 3) this.#say(Uint8Array.of(0x12));
    else this.#say(Uint8Array.of(0x12 | (this.#roll === 'out' ? 0x6c : this.#roll === 'low' ? 0x0c : 0)));
  }

  #say(bytes: Uint8Array): void {
    if (this.#fault?.kind !== 'mute') this.#events.say(bytes);
  }

  #statusChanged(): void {
    if (this.#reportsChanges) this.#say(this.#automatic());
    this.#events.changed();
    this.#work();
  }

  #automatic(): Uint8Array {
    const printer = 0x10 | (this.isStopped ? offlineBit : 0) | (this.#isCoverOpen ? 0x20 : 0);
    const paper = this.#roll === 'out' ? 0x0f : this.#roll === 'low' ? 0x03 : 0;
    return Uint8Array.of(printer, 0, paper, 0);
  }

  // What was printed of the interrupted slip is torn off; nothing of it reaches the next one.
  #forget(): void {
    this.#buffer = [];
    this.#decoder = [];
    this.#ops = [];
    this.#reportsChanges = false;
  }
}
