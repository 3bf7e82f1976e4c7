import { lines, speakerIn, type Voice, voiceRestMs, voiceSilenceMs } from '@antrean/domain';
import type { Speak, VoiceBeat } from '@antrean/protocol';

/** A display's page that could speak, over the connection on which it was heard last. */
export type Seat = Voice & {
  readonly deviceId: string;
  /** What people call the display. */
  readonly display: string;
  readonly volume: number;
  /** What it says it is speaking, and until when that may last; a server that was killed meanwhile knows of it only from here. */
  readonly speaking: { readonly id: string; readonly until: number } | null;
  readonly connection: string;
  readonly speak: (speak: Speak) => void;
};

export type Display = { readonly id: string; readonly name: string; readonly zoneId: string | null };

/** Which displays could speak, and which one does in each zone (rule [W7]). In memory: within a second of a restart each tells again. */
export type Voices = {
  /** Takes a beat; gives back the seat, and whether it came over another connection than the one before. */
  hear(display: Display, beat: VoiceBeat, from: Pick<Seat, 'connection' | 'speak'>): { seat: Seat; isMoved: boolean };
  gone(connection: string): Seat | null;
  /** Lets others go first for a while. */
  rest(seat: string): void;
  /** Looks who speaks where now. A page that was not heard for long is forgotten. */
  settle(zoneIds: readonly string[]): void;
  speakerIn(zoneId: string): Seat | null;
  find(seat: string): Seat | null;
  /** Whether something is being spoken in this zone, or by the display that speaks for it. */
  isBusyIn(zoneId: string): boolean;
  /** How a display can be heard now, and in which zones it speaks; null when none of its pages beats. */
  voiceOf(deviceId: string): { sound: Seat['sound']; volume: number; speaksIn: string[] } | null;
  heardAt(deviceId: string): number | null;
};

// A page that was away so long has told its supervisor enough.
const forgottenMs = 60_000;

export function openVoices(clock: () => number): Voices {
  const seats = new Map<string, Seat>();
  const holders = new Map<string, string | null>();
  const lastHeard = new Map<string, number>();
  return {
    hear(display, beat, from) {
      // A page names its own seat; with its device in front it can take nobody else's.
      const key = `${display.id} ${beat.seat}`;
      const before = seats.get(key);
      for (const [other, { connection }] of seats)
        if (connection === from.connection && other !== key) seats.delete(other);
      const seat: Seat = {
        ...from,
        seat: key,
        deviceId: display.id,
        display: display.name,
        zoneId: display.zoneId ?? beat.zoneId,
        sound: beat.sound,
        volume: beat.volume,
        speaking: speakingOf(beat, before, clock()),
        heardAt: clock(),
        restsUntil: before?.restsUntil ?? 0,
      };
      seats.set(key, seat);
      lastHeard.set(display.id, seat.heardAt);
      return { seat, isMoved: before !== undefined && before.connection !== from.connection };
    },
    gone(connection) {
      const lost = [...seats.values()].find((seat) => seat.connection === connection) ?? null;
      // It may be back over another connection within the second; until then it is no speaker.
      if (lost) seats.set(lost.seat, { ...lost, heardAt: clock() - voiceSilenceMs, speak: () => undefined });
      return lost;
    },
    rest(key) {
      const seat = seats.get(key);
      if (seat) seats.set(key, { ...seat, restsUntil: clock() + voiceRestMs });
    },
    settle(zoneIds) {
      const now = clock();
      for (const [key, { heardAt }] of seats) if (now - heardAt > forgottenMs) seats.delete(key);
      const all = [...seats.values()];
      for (const zoneId of zoneIds) holders.set(zoneId, speakerIn(zoneId, all, holders.get(zoneId) ?? null, now));
    },
    speakerIn: (zoneId) => seats.get(holders.get(zoneId) ?? '') ?? null,
    isBusyIn(zoneId) {
      const now = clock();
      const holder = holders.get(zoneId);
      return [...seats.values()].some(
        ({ speaking, seat, zoneId: own }) =>
          speaking !== null && now < speaking.until && (own === zoneId || seat === holder),
      );
    },
    find: (key) => seats.get(key) ?? null,
    voiceOf(deviceId) {
      const now = clock();
      const open = [...seats.values()].filter(
        (seat) => seat.deviceId === deviceId && now - seat.heardAt < voiceSilenceMs,
      );
      const speaksIn = ({ seat }: Seat) => [...holders].flatMap(([zoneId, holder]) => (holder === seat ? zoneId : []));
      // Of two pages of one display the one that speaks counts.
      const [first] = open.sort((a, b) => speaksIn(b).length - speaksIn(a).length);
      return first ? { sound: first.sound, volume: first.volume, speaksIn: speaksIn(first) } : null;
    },
    heardAt: (deviceId) => lastHeard.get(deviceId) ?? null,
  };
}

function speakingOf({ told }: VoiceBeat, before: Seat | undefined, now: number): Seat['speaking'] {
  if (told?.what !== 'started') return null;
  const { id, lengthMs } = told;
  // Counted from the first word of it, so that a page that hangs does not keep its zone silent.
  return before?.speaking?.id === id ? before.speaking : { id, until: now + lengthMs + lines.overrunMs };
}
