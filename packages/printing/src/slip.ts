import type { Track } from '@antrean/domain';

/** A name in Indonesian, which is always printed, and in English, which follows for those who chose it. */
export type Name = { readonly id: string; readonly en: string };

/** One place to go to with the same number. `estimate` is minutes from and to, null while no counter is open. */
export type SlipLeg = {
  readonly agency: Name;
  readonly service: Name;
  readonly track: Track;
  readonly zone: Name;
  readonly counters: readonly string[];
  readonly bring: readonly string[];
  readonly ahead: number;
  readonly estimate: readonly [number, number] | null;
};

/** Everything that stands on one visitor's paper. Nothing personal; priority is yes or no, never which class. */
export type Slip = {
  readonly siteName: string;
  readonly timeZone: string;
  readonly number: string;
  readonly priority: boolean;
  readonly issuedAt: number;
  readonly legs: readonly SlipLeg[];
  readonly statusUrl: string;
  /** Short enough to be read out at the information desk. */
  readonly shortId: string;
  readonly secondLanguage: 'en' | null;
  /** Only on a reprint, which never looks like a first print. */
  readonly reprint?: { readonly at: number };
};
