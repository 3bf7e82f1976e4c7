import type { Announcement, Language } from '@antrean/domain';

/** Sentences that can be tried; each is a call or a message of the hall. */
export type SentenceName =
  | 'first'
  | 'second'
  | 'last'
  | 'opening'
  | 'closingSoon'
  | 'closed'
  | 'pause'
  | 'fridayPause'
  | 'pauseOver'
  | 'systemDown'
  | 'attention';

export const sentenceNames: readonly SentenceName[] = [
  'first',
  'second',
  'last',
  'opening',
  'closingSoon',
  'closed',
  'pause',
  'fridayPause',
  'pauseOver',
  'systemDown',
  'attention',
];

/** What somebody wants to hear. `agencyId` is null for the whole mall. */
export type Trial = {
  readonly sentence: SentenceName;
  readonly number: string;
  readonly counterId: string;
  readonly agencyId: string | null;
  readonly priority: boolean;
};

export function isCall({ sentence }: Pick<Trial, 'sentence'>): boolean {
  return sentence === 'first' || sentence === 'second' || sentence === 'last';
}

/** The trial as the hall would announce it; pauses end at `until`, epoch milliseconds. */
export function announcementOf(trial: Trial, language: Language, until: number): Announcement {
  const { sentence, number, counterId, agencyId, priority } = trial;
  const languages = [language];
  const message = (template: Extract<Announcement, { kind: 'message' }>['template']) =>
    ({ kind: 'message', template, agencyId, reason: null, until: null, languages }) as const;
  const call = (times: number, isLast: boolean) =>
    ({ kind: 'call', callSeq: 0, number, agencyId, counterId, priority, times, isLast, languages }) as const;
  switch (sentence) {
    case 'first':
      return call(1, false);
    case 'second':
      return call(2, false);
    case 'last':
      return call(3, true);
    case 'pause':
      return { ...message('pause'), until };
    case 'fridayPause':
      return { ...message('pause'), reason: 'fridayPrayer', until };
    case 'closingSoon':
      return { ...message('closingSoon'), until };
    default:
      return message(sentence);
  }
}
