import type { PrinterProfile } from '../profiles.ts';
import { realTimers, type Timers } from '../timers.ts';
import { openClientPort } from './client-port.ts';
import { PrinterDevice, type Speed } from './device.ts';
import type { Fault } from './faults.ts';
import type { Paper } from './paper.ts';
import { paperPicture } from './paper-picture.ts';
import { paperText } from './paper-text.ts';
import type { Roll } from './status-bytes.ts';

/** A slip that came out. */
export type CutSlip = { readonly id: number; readonly at: number; readonly paper: Paper; readonly text: string };

/** A printer on a loopback port that decodes what it is sent, draws it, and fails on request. */
export type VirtualPrinter = {
  readonly host: string;
  readonly port: number;
  /** The newest last; only the last `keep` of them. */
  slips(): readonly CutSlip[];
  /** What hangs out of it and is not cut yet. */
  unfinished(): Paper | null;
  picture(slip: { readonly paper: Paper }): Buffer;
  roll(): Roll;
  isCoverOpen(): boolean;
  /** The knife sticks; `setFault(null)` frees it. */
  isJammed(): boolean;
  isOn(): boolean;
  fault(): Fault | null;
  setRoll(roll: Roll): void;
  setCover(isOpen: boolean): void;
  /** Off, it loses what it was about, and nobody answers at its port. */
  setPower(isOn: boolean): void;
  setFault(fault: Fault | null): void;
  acknowledge(): void;
  /** How many bytes it has taken so far. */
  received(): number;
  /** Called after each slip, each change of paper, cover or fault and each chunk of bytes; gives back how to stop. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
};

export type VirtualPrinterOptions = {
  readonly profile: PrinterProfile;
  readonly port?: number;
  readonly keep?: number;
  readonly now?: () => number;
  /** Without it, everything happens at once. */
  readonly speed?: Speed;
  /** When so many bytes wait, no more are taken from the client. */
  readonly bufferBytes?: number;
  readonly timers?: Timers;
};

const atOnce: Speed = { bytesPerSecond: Number.POSITIVE_INFINITY, mmPerSecond: Number.POSITIVE_INFINITY };
const usualBufferBytes = 65_536;

export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { profile, keep = 24, now = Date.now, timers = realTimers } = options;
  const slips: CutSlip[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  let received = 0;
  let cuts = 0;
  const device = new PrinterDevice(
    {
      ...{ model: profile.name, dots: profile.dots, timers, speed: options.speed ?? atOnce },
      bufferBytes: options.bufferBytes ?? usualBufferBytes,
    },
    {
      say: (bytes) => desk.say(bytes),
      cut: (paper) => {
        cuts += 1;
        slips.push({ id: cuts, at: now(), paper, text: paperText(paper) });
        slips.splice(0, slips.length - keep);
        changed();
      },
      disconnect: (how) => desk.disconnect(how),
      changed: () => {
        desk.refresh();
        changed();
      },
    },
  );
  const desk = await openClientPort({
    ...{ port: options.port ?? 0, timers, device },
    changed: (taken) => {
      received += taken;
      changed();
    },
  });
  return {
    host: desk.host,
    port: desk.port,
    slips: () => [...slips],
    unfinished: () => device.mechanism.unfinished,
    picture: (slip) => paperPicture(slip.paper),
    roll: () => device.mechanism.condition.roll,
    isCoverOpen: () => device.mechanism.condition.isCoverOpen,
    isJammed: () => device.mechanism.condition.isJammed,
    isOn: () => device.isOn,
    fault: () => device.fault,
    setRoll: (roll) => device.mechanism.become({ roll }),
    setCover: (isOpen) => device.mechanism.become({ isCoverOpen: isOpen }),
    setPower: (isOn) => device.setPower(isOn),
    setFault: (fault) => {
      // Nobody reads that socket, so nobody would see it end either.
      if (device.fault?.kind === 'neverReads') desk.disconnect('reset');
      device.setFault(fault);
    },
    acknowledge: () => device.voice.release(),
    received: () => received,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => desk.close(),
  };
}
