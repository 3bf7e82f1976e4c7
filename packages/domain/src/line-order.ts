// In what order announcements wait, and which of them one stands for (rules [W2], [W3], [W5]).
import type { Announcement } from './announcement.ts';

/** Something to be heard. `key` names it for ever in its zone: whatever is heard twice is still one. */
export type Waiting = {
  readonly key: string;
  readonly announcement: Announcement;
  /** Of a call; null of a message. */
  readonly ticketId: string | null;
  /** Calls before recalls before messages (rule [W2]). One that stands in for an older one keeps that one's rank. */
  readonly rank: number;
  /** The moment from which it is shown only (rule [W4]). */
  readonly speakBy: number;
  /** Displays that said they could not begin with it. */
  readonly refusals: number;
};

const crowd = 2;

/** Two of one topic are never both spoken: the newer one says all. */
export function topicOf({ announcement, ticketId }: Waiting): string {
  if (announcement.kind === 'call') return `ticket ${ticketId}`;
  switch (announcement.template) {
    case 'pause':
    case 'pauseOver':
    case 'systemDown':
      return `pause ${announcement.agencyId}`;
    case 'opening':
    case 'closingSoon':
    case 'closed':
      return 'day';
    case 'attention':
      return 'attention';
  }
}

function isRepeat({ announcement, rank }: Waiting): boolean {
  return rank === 1 && announcement.kind === 'call' && !announcement.isLast;
}

/** The line without the repeats for which it is too long, the newest of them first (rule [W5]). */
export function thinned(waiting: readonly Waiting[]): {
  readonly waiting: readonly Waiting[];
  readonly repeats: readonly Waiting[];
} {
  const repeats = waiting.filter(isRepeat).toReversed();
  const tooMany = repeats.slice(0, Math.max(0, waiting.length - crowd - 1));
  return { waiting: waiting.filter((item) => !tooMany.includes(item)), repeats: tooMany };
}

export function placed(waiting: readonly Waiting[], item: Waiting): readonly Waiting[] {
  const at = waiting.findIndex((other) => other.rank > item.rank);
  return at < 0 ? [...waiting, item] : waiting.toSpliced(at, 0, item);
}

export function placedFirst(waiting: readonly Waiting[], item: Waiting): readonly Waiting[] {
  const at = waiting.findIndex((other) => other.rank >= item.rank);
  return at < 0 ? [...waiting, item] : waiting.toSpliced(at, 0, item);
}

export function without(waiting: readonly Waiting[], item: Waiting): readonly Waiting[] {
  return waiting.filter((other) => other !== item);
}
