import type { Sound } from '@antrean/domain';
import { type Speak, type VoiceBeat, voiceBeatMs } from '@antrean/protocol';
import type { Clock } from './clock.ts';

/** One announcement that this display is to speak. Whoever plays it says when it begins and how it ended. */
export type SpeakHere = Speak & {
  /** It begins now and lasts so long, milliseconds. False: it must not begin any more, because it came too late. */
  started(lengthMs: number): boolean;
  finished(): void;
  /** It could not begin, or broke off. `reason` is for the log. */
  failed(reason: string): void;
};

/** A display's place among those that could speak (rule [W7]). It may be asked to speak only while its sound is `ready`. */
export type VoiceSeat = {
  /** What can be heard here; `volume` in percent. */
  sound(sound: Sound, volume: number): void;
  close(): void;
};

export type VoiceSeatOptions = {
  /** The zone in which this display hangs, null for the whole mall. A zone for which it was enrolled goes before. */
  readonly zoneId: string | null;
  readonly onSpeak: (speak: SpeakHere) => void;
};

/** What the seat works with. A beat that is told while the line is down is lost, and the next one makes up for it. */
type Line = {
  readonly seat: string;
  readonly clock: Clock;
  readonly serverNow: () => number;
  readonly tell: (beat: VoiceBeat) => void;
};

type Doing = { readonly id: string; readonly deadline: number; until: number; isStarted: boolean };

// A player that has not ended so long after its plan hangs; the server has gone on by then.
const overrunMs = 3_000;
const remembered = 100;

/**
 * Beats how this display's voice is, and takes what the server gives it to speak: each once, however often and after whatever break
 * of the line it comes. A player that hangs frees the seat by the clock.
 */
export function takeSeat(
  { seat, clock, serverNow, tell }: Line,
  { zoneId, onSpeak }: VoiceSeatOptions,
): VoiceSeat & { hear(speak: Speak): void } {
  const had = new Set<string>();
  let state: Pick<VoiceBeat, 'sound' | 'volume' | 'told'> = { sound: 'off', volume: 0, told: null };
  let doing: Doing | null = null;
  let isClosed = false;
  let cancel = () => {};

  function beat(): void {
    if (isClosed) return;
    cancel();
    cancel = clock.after(voiceBeatMs, beat);
    if (doing && clock.now() >= doing.until) {
      const told = { id: doing.id, what: 'failed', hadBegun: doing.isStarted, reason: 'stuck' } as const;
      doing = null;
      state = { ...state, told };
    }
    tell({ seat, zoneId, ...state });
  }

  function say(told: NonNullable<VoiceBeat['told']>): void {
    if (told.what !== 'started') doing = null;
    state = { ...state, told };
    beat();
  }

  function whyNot({ deadline }: Speak): string | null {
    if (state.sound !== 'ready') return state.sound;
    if (doing) return 'busy';
    return serverNow() > deadline ? 'late' : null;
  }

  function hear(speak: Speak): void {
    const { id, deadline } = speak;
    // Told again rather than played again: the server may have missed what became of it.
    if (isClosed || had.has(id)) {
      beat();
      return;
    }
    had.add(id);
    const [oldest] = had;
    if (had.size > remembered && oldest !== undefined) had.delete(oldest);
    const reason = whyNot(speak);
    if (reason !== null) {
      state = { ...state, told: { id, what: 'failed', hadBegun: false, reason } };
      beat();
      return;
    }
    const mine: Doing = {
      id,
      deadline,
      until: clock.now() + Math.max(0, deadline - serverNow()) + overrunMs,
      isStarted: false,
    };
    doing = mine;
    onSpeak({
      ...speak,
      started(lengthMs) {
        if (doing !== mine || mine.isStarted) return false;
        if (serverNow() > deadline) {
          say({ id, what: 'failed', hadBegun: false, reason: 'late' });
          return false;
        }
        mine.isStarted = true;
        mine.until = clock.now() + lengthMs + overrunMs;
        say({ id, what: 'started', lengthMs: Math.round(lengthMs) });
        return true;
      },
      finished() {
        if (doing === mine) say({ id, what: 'finished' });
      },
      failed(why) {
        if (doing === mine) say({ id, what: 'failed', hadBegun: mine.isStarted, reason: why.slice(0, 40) });
      },
    });
  }

  beat();
  return {
    hear,
    sound(sound, volume) {
      if (sound === state.sound && volume === state.volume) return;
      state = { ...state, sound, volume };
      beat();
    },
    close() {
      // So that another display speaks at once.
      state = { ...state, sound: 'off' };
      beat();
      isClosed = true;
      cancel();
    },
  };
}
