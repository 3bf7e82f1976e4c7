import type { Timers } from '../timers.ts';
import type { Fault } from './faults.ts';

/** How a printer speaks: what it would say, bent by what is wrong with it. */
export type Voice = {
  /** An answer to a question. */
  answer(bytes: Uint8Array): void;
  /** Automatic status. */
  report(): void;
  /** The word that a job is through. */
  acknowledge(reply: Uint8Array): void;
  /** Says what an `acknowledgesLate` printer kept to itself. */
  release(): void;
};

export type VoiceOptions = {
  readonly say: (bytes: Uint8Array) => void;
  readonly fault: () => Fault | null;
  readonly status: () => readonly [number, number, number, number];
  readonly timers: Timers;
};

const stray = 0x12;
const xon = 0x11;
const xoff = 0x13;
/** An id of letters that no fence of ours is made of. */
const foreign = Uint8Array.of(0x37, 0x22, 0x5a, 0x5a, 0x5a, 0x5a, 0);

export function openVoice({ say, fault, status, timers }: VoiceOptions): Voice {
  let held: Uint8Array | null = null;
  const answer = (bytes: Uint8Array) => {
    if (fault()?.kind !== 'mute') say(bytes);
  };
  const reported = () => {
    const [printer, error, paper, sensors] = status();
    return fault()?.kind === 'interruptsItself'
      ? Uint8Array.of(printer, xoff, error, xon, paper, sensors)
      : Uint8Array.of(printer, error, paper, sensors);
  };
  return {
    answer,
    report: () => answer(reported()),
    acknowledge(reply) {
      const now = fault();
      switch (now?.kind) {
        case 'neverAcknowledges':
          return;
        case 'acknowledgesAnother':
          return answer(foreign);
        case 'acknowledgesLate':
          held = reply;
          return;
        case 'acknowledgesAfter':
          timers.after(now.milliseconds, () => answer(reply));
          return;
        case 'acknowledgesInPieces':
          for (const byte of reply) answer(Uint8Array.of(byte));
          return;
        case 'chatters':
          return answer(Buffer.concat([reported(), reply, reported()]));
        case 'interruptsItself':
          return answer(Buffer.concat([reported(), reply]));
        case 'straysStatus':
          return answer(Uint8Array.of(stray, ...reply));
        default:
          return answer(reply);
      }
    },
    release() {
      if (held) answer(held);
      held = null;
    },
  };
}
