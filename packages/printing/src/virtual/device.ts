import type { Timers } from '../timers.ts';
import { type DecoderState, decode, type Op } from './decoder.ts';
import type { Fault } from './faults.ts';
import { Mechanism } from './mechanism.ts';
import { openPace, type Pace } from './pace.ts';
import type { Paper } from './paper.ts';
import { type RealTime, type WatchState, watchRealTime } from './real-time.ts';
import { ReceiveBuffer } from './receive-buffer.ts';
import * as status from './status-bytes.ts';
import { openVoice, type Voice } from './voice.ts';

export type Speed = { readonly bytesPerSecond: number; readonly mmPerSecond: number };

export type DeviceEvents = {
  say(bytes: Uint8Array): void;
  cut(paper: Paper): void;
  disconnect(how: 'end' | 'reset'): void;
  /** Something is to be seen, or there is room in the buffer again. */
  changed(): void;
};

export type DeviceOptions = {
  readonly model: string;
  readonly dots: number;
  readonly speed: Speed;
  readonly bufferBytes: number;
  readonly timers: Timers;
};

/** The printer's insides: takes bytes into its buffer, works through them, and answers. */
export class PrinterDevice {
  readonly mechanism: Mechanism;
  readonly voice: Voice;
  readonly #events: DeviceEvents;
  readonly #options: DeviceOptions;
  readonly #pace: Pace;
  readonly #buffer: ReceiveBuffer;
  #isOn = true;
  #fault: Fault | null = null;
  #arrived = 0;
  #decoder: DecoderState = null;
  #watcher: WatchState = [];
  #reportsChanges = false;
  #isWorking = false;

  constructor(options: DeviceOptions, events: DeviceEvents) {
    this.#events = events;
    this.#options = options;
    this.#buffer = new ReceiveBuffer(options.bufferBytes);
    this.mechanism = new Mechanism(options.dots, options.speed.mmPerSecond, {
      cut: events.cut,
      became: () => {
        if (this.#reportsChanges) this.voice.report();
        events.changed();
        this.#work();
      },
      jammed: () => {
        this.#fault = null;
      },
    });
    this.#pace = openPace(options.timers, () => {
      this.#work();
      events.changed();
    });
    this.voice = openVoice({
      say: events.say,
      fault: () => this.#fault,
      status: () => status.automaticStatus(this.mechanism.condition),
      timers: options.timers,
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get fault(): Fault | null {
    return this.#fault;
  }

  get room(): number {
    return this.#buffer.room;
  }

  /** Lifting a fault also frees a knife that sticks. */
  setFault(fault: Fault | null): void {
    [this.#fault, this.#arrived] = [fault, 0];
    this.mechanism.countAnew();
    if (fault === null) this.mechanism.freeKnife();
    this.#work();
    this.#events.changed();
  }

  /** Without power the buffer is lost and every connection with it. */
  setPower(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#losePower();
    if (!isOn) this.#events.disconnect('reset');
    this.#events.changed();
  }

  /** A new client: the printer forgets to whom it reported, and keeps its buffer and its paper. */
  connected(): void {
    this.#reportsChanges = false;
    this.#buffer.push(this.#watcher);
    this.#watcher = [];
  }

  receive(chunk: Uint8Array): void {
    for (const byte of chunk) {
      this.#arrived += 1;
      const { state, passed, heard } = watchRealTime(this.#watcher, byte);
      this.#watcher = state;
      this.#buffer.push(passed);
      if (heard) this.#obey(heard);
      if (this.#breaksHere() || !this.#isOn) return;
    }
    this.#work();
  }

  #obey(heard: RealTime): void {
    const { condition } = this.mechanism;
    if (heard.kind === 'status') this.voice.answer(Uint8Array.of(status.realTimeStatus(heard.n, condition)));
    else if (heard.kind === 'powerOff') this.setPower(false);
    else if (heard.kind === 'clear') this.#giveUp();
    else if (heard.kind === 'recover') {
      if (heard.clears) this.#giveUp();
      this.mechanism.freeKnife();
    }
  }

  #breaksHere(): boolean {
    const fault = this.#fault;
    if (fault === null || !('bytes' in fault) || fault.kind === 'stalls') return false;
    if (this.#arrived < fault.bytes) return false;
    this.#work();
    this.#fault = null;
    if (fault.kind === 'paperEnds') this.mechanism.become({ roll: 'out' });
    else if (fault.kind === 'coverOpens') this.mechanism.become({ isCoverOpen: true });
    else {
      if (fault.kind === 'losesPower') this.#losePower();
      this.#events.disconnect(fault.kind === 'resets' ? 'reset' : 'end');
      return true;
    }
    return false;
  }

  #work(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (!status.isStopped(this.mechanism.condition) && !this.#isStalled() && !this.#pace.isDue()) {
      const byte = this.#buffer.take();
      if (byte === null) break;
      this.#pace.owe(1_000 / (this.#fault?.kind === 'crawls' ? this.#fault : this.#options.speed).bytesPerSecond);
      const { state, op } = decode(this.#decoder, byte);
      this.#decoder = state;
      if (op) this.#execute(op);
    }
    this.#isWorking = false;
    this.#pace.pause();
  }

  #isStalled(): boolean {
    return this.#fault?.kind === 'stalls' && this.#arrived >= this.#fault.bytes;
  }

  #execute(op: Op): void {
    const answer = status.answerTo(op, this.mechanism.condition, this.#options.model);
    if (answer) {
      if (answer.kind === 'acknowledgement') this.voice.acknowledge(answer.bytes);
      else this.voice.answer(answer.bytes);
      return;
    }
    const [name, first] = op.kind === 'command' ? [op.name, op.args[0]] : [];
    if (name === '\x1da') {
      this.#reportsChanges = first !== 0;
      if (this.#reportsChanges) this.voice.report();
      return;
    }
    // Some models stop reporting at a reset, some do not: the one that does is harder to live with.
    if (name === '\x1b@') this.#reportsChanges = false;
    this.#pace.owe(this.mechanism.print(op));
    if (name === '\x1dV') this.mechanism.cut(this.#fault);
  }

  #giveUp(): void {
    this.#buffer.clear();
    this.#pace.stop();
    this.#decoder = null;
    this.#watcher = [];
    this.#reportsChanges = false;
    this.mechanism.discard();
  }

  #losePower(): void {
    this.#giveUp();
    this.mechanism.powerCycle();
  }
}
