import type { Track } from '@antrean/domain';

/** The question that stands in front of the board. `track` and `also` are what the way there has suggested. */
export type Asked =
  | { readonly kind: 'counter' | 'release' | 'handOver'; readonly counterId: string }
  | { readonly kind: 'track'; readonly counterId: string; readonly track: Track | null }
  | { readonly kind: 'assign'; readonly counterId: string; readonly also: string | null }
  | { readonly kind: 'agency' | 'down' | 'quota'; readonly agencyId: string }
  | { readonly kind: 'pause'; readonly agencyId: string | null }
  | { readonly kind: 'resume'; readonly pauseId: string }
  | { readonly kind: 'help'; readonly queueId: string }
  | { readonly kind: 'notice' | 'closeTicketing' | 'openTicketing' | 'openDay' | 'closeDay' }
  | { readonly kind: 'withdraw'; readonly noticeId: string };

export type OnAsk = (asked: Asked) => void;
