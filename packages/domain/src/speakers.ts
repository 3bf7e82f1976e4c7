/** Whether a display can be heard. `locked`: its browser waits for a touch; `off`: somebody wants it silent. */
export type Sound = 'ready' | 'locked' | 'off';

/** A display that could speak, as it was last heard. `zoneId` null: it hangs for the whole mall. */
export type Voice = {
  readonly seat: string;
  readonly zoneId: string | null;
  readonly sound: Sound;
  readonly heardAt: number;
  /** Until then others go first, because an announcement failed here. */
  readonly restsUntil: number;
};

/** A display that was not heard for so long has lost its turn. With the time it is given to begin, the next one speaks within five seconds. */
export const voiceSilenceMs = 3_000;
/** How long a display whose announcement failed lets others go first. */
export const voiceRestMs = 10_000;

export function isAble({ sound, heardAt }: Voice, now: number): boolean {
  return sound === 'ready' && now - heardAt < voiceSilenceMs;
}

/**
 * The display that speaks in a zone, null when none can: whoever spoke there goes on while it can, the zone's own go before one
 * that hangs for the whole mall (rule [W7]).
 */
export function speakerIn(zoneId: string, voices: readonly Voice[], holder: string | null, now: number): string | null {
  const able = voices.filter((voice) => isAble(voice, now) && (voice.zoneId === null || voice.zoneId === zoneId));
  const preference = (voice: Voice) =>
    (voice.restsUntil > now ? 4 : 0) + (voice.zoneId === null ? 2 : 0) + (voice.seat === holder ? 0 : 1);
  const [first] = able.sort((a, b) => preference(a) - preference(b) || (a.seat < b.seat ? -1 : 1));
  return first?.seat ?? null;
}
