import type { BoardWords, ScreenLanguage } from '@antrean/ui';

/** How this page tells things: its language, and the mall's wall clock. */
export type Locale = { readonly language: ScreenLanguage; readonly words: BoardWords; readonly timeZone: string };

type Named = { readonly name: string; readonly nameEn: string };

/** A span in whole minutes. */
export function spanText({ board }: Pick<BoardWords, 'board'>, minutes: number): string {
  const { duration } = board;
  if (minutes < 1) return duration.underMinute;
  return minutes < 60 ? duration.minutes(minutes) : duration.hours(Math.floor(minutes / 60), minutes % 60);
}

/** A short age, in seconds while it is under two minutes. */
export function ageText(words: Pick<BoardWords, 'board'>, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 120 ? words.board.duration.seconds(seconds) : spanText(words, Math.floor(seconds / 60));
}

export function nameOf(language: ScreenLanguage, named: Named): string {
  return language === 'en' && named.nameEn !== '' ? named.nameEn : named.name;
}

export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 60_000));
}
