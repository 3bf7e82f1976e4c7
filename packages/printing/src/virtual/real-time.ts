/** Commands which a printer obeys the moment they arrive, whatever it is doing. */
export type RealTime =
  | { readonly kind: 'status'; readonly n: 1 | 2 | 3 | 4 }
  /** `clears`: what was received and not printed is given up; otherwise printing goes on where it stopped. */
  | { readonly kind: 'recover'; readonly clears: boolean }
  | { readonly kind: 'clear' }
  | { readonly kind: 'pulse' }
  | { readonly kind: 'powerOff' };

/** The bytes of what may become a real-time command. */
export type WatchState = readonly number[];

export type Watched = {
  readonly state: WatchState;
  /** What turned out to be no real-time command and goes on into the buffer. */
  readonly passed: readonly number[];
  readonly heard: RealTime | null;
};

const any = null;
const commands: readonly (readonly [readonly (number | null)[], RealTime])[] = [
  ...([1, 2, 3, 4] as const).map((n) => [[0x10, 0x04, n], { kind: 'status', n }] as const),
  [[0x10, 0x05, 1], { kind: 'recover', clears: false }],
  [[0x10, 0x05, 2], { kind: 'recover', clears: true }],
  [[0x10, 0x14, 1, any, any], { kind: 'pulse' }],
  [[0x10, 0x14, 2, 1, 8], { kind: 'powerOff' }],
  [[0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8], { kind: 'clear' }],
];

/**
 * Lifts real-time commands out of the bytes as they arrive, before any buffer and even inside a picture: a printer cannot know
 * that they were meant as dots.
 */
export function watchRealTime(state: WatchState, byte: number): Watched {
  const bytes = [...state, byte];
  const begun = commands.filter(([pattern]) => bytes.every((one, at) => at < pattern.length && fits(pattern[at], one)));
  const whole = begun.find(([pattern]) => pattern.length === bytes.length);
  if (whole) return { state: [], passed: [], heard: whole[1] };
  if (begun.length > 0) return { state: bytes, passed: [], heard: null };
  // The first byte is no beginning, but one of those behind it may be.
  let after: Watched = { state: [], passed: bytes.slice(0, 1), heard: null };
  for (const one of bytes.slice(1)) {
    const next = watchRealTime(after.state, one);
    after = { ...next, passed: [...after.passed, ...next.passed] };
  }
  return after;
}

function fits(pattern: number | null | undefined, byte: number): boolean {
  return pattern === any || pattern === byte;
}
