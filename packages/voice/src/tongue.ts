import type { MessageTemplate, PauseReason } from '@antrean/domain';

/** One clip's name within a language: `dua`, `letter-q`, `nomor-antrean`, `agency-dkc`. */
export type Token = string;

/**
 * A sentence as data: tokens, slots `{…}`, `|` for a breath, and `[…]` for a part that is left out when a slot of it is empty or a clip
 * of it is missing.
 */
export type Template = string;

/** Where a message is about one agency, it must name it: "the service has stopped" alone would empty the whole hall. */
export type Templates = Readonly<
  Record<'firstCall' | 'secondCall' | 'recall' | 'lastCall' | MessageTemplate, Template> &
    Record<'agencyPause' | 'agencyPauseOver' | 'agencySystemDown', Template>
>;

/** What one language knows: how numbers and times are read, and what is said when. The words themselves are in the clips. */
export type Tongue = {
  /** Clips of 0 to 9, for numbers that are read digit by digit. */
  readonly digits: readonly Token[];
  /** A whole number from 0 to 9,999, as people say it. */
  cardinal(n: number): readonly Token[];
  /** A time of day on the mall's wall. */
  time(hour: number, minute: number): readonly Token[];
  readonly queue: { readonly ordinary: Token; readonly priority: Token };
  /** Why there is a pause, where it is worth saying. */
  readonly reasons: Readonly<Partial<Record<PauseReason, Token>>>;
  readonly templates: Templates;
};

/** The part of a number below or at a power of ten: `parts(215, 100)` is 2 and 15. */
export function parts(n: number, power: number): readonly [number, number] {
  return [Math.floor(n / power), n % power];
}

/** Minutes as they follow an hour: none on the hour, "nol lima" for five past. */
export function minutesAfter(
  minute: number,
  { digits, cardinal }: Pick<Tongue, 'digits' | 'cardinal'>,
): readonly Token[] {
  if (minute === 0) return [];
  return minute < 10 ? [digits[0] ?? '', digits[minute] ?? ''] : cardinal(minute);
}
