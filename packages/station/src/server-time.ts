import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Kept } from './journal/kept.ts';

/** The server's time without the server. `isSure`: reckoned on this boot's steady clock, not on a wall clock that somebody may have set. */
export type Reckoned = { readonly at: number; readonly isSure: boolean };

export type ServerTime = {
  /** Takes over what the server says now. */
  heard(serverNow: number): void;
  /** Null when no time can be told: the server was never heard, or this machine's clock stands before its last word. */
  now(): Reckoned | null;
};

export type MachineClocks = {
  /** Epoch milliseconds; may jump. */
  readonly wall: () => number;
  /** Milliseconds since this boot, sleep included; never jumps. */
  readonly steady: () => number;
  /** Names this boot of the machine; null where the system does not tell, and then a restarted station trusts its wall clock. */
  readonly boot: string | null;
};

type Pair = { readonly server: number; readonly wall: number; readonly steady: number; readonly boot: string | null };

// Often enough that a wall clock which drifts a second a day is never far off, rare enough not to wear a disk.
const writeEveryMs = 60_000;

export function serverTime(kept: Kept, clocks: MachineClocks): ServerTime {
  // Written by `heard` below.
  let pair = (kept.read('clock')?.value ?? null) as Pair | null;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let isOfThisRun = false;
  return {
    heard(server) {
      pair = { server, wall: clocks.wall(), steady: clocks.steady(), boot: clocks.boot };
      isOfThisRun = true;
      if (pair.steady - writtenAt < writeEveryMs) return;
      writtenAt = pair.steady;
      kept.write('clock', pair, pair.wall);
    },
    now() {
      if (!pair) return null;
      const isSameBoot = isOfThisRun || (clocks.boot !== null && pair.boot === clocks.boot);
      const passed = isSameBoot ? clocks.steady() - pair.steady : clocks.wall() - pair.wall;
      // A clock that was reset, after an empty battery for instance: whatever it says, it is not the time.
      return passed < 0 ? null : { at: Math.round(pair.server + passed), isSure: isSameBoot };
    },
  };
}

export function machineClocks(): MachineClocks {
  return { wall: Date.now, steady: () => uptime() * 1_000, boot: bootId() };
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
