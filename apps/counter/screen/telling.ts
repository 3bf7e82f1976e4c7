import type { Agency, CallReason, Catalogue, Service } from '@antrean/domain';
import type { StoryAnswer } from '@antrean/protocol';
import { type CounterWords, type ScreenLanguage, timeText as wallClockText } from '@antrean/ui';
import type { WhyNot } from './actions.ts';
import type { LastStep } from './last-step.ts';
import type { Choice } from './orders.ts';
import type { SessionEnd } from './session-end.ts';

/** How this screen tells things: its language, and the mall's wall clock. */
export type Locale = { readonly language: ScreenLanguage; readonly words: CounterWords; readonly timeZone: string };

export type OnLanguage = (language: ScreenLanguage) => void;

const minuteMs = 60_000;

/** The mall's wall time: 08.31, in English 08:31. */
export function timeText({ language, timeZone }: Locale, at: number): string {
  return wallClockText(at, timeZone, language);
}

/** A span in whole minutes; a wait does not need seconds. */
export function spanText({ words }: Locale, ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / minuteMs);
  const { duration } = words.counter;
  if (minutes < 1) return duration.underMinute;
  return minutes < 60 ? duration.minutes(minutes) : duration.hours(Math.floor(minutes / 60), minutes % 60);
}

/** A short age, in seconds while it is under two minutes. */
export function ageText(locale: Locale, ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return seconds < 120 ? locale.words.counter.duration.seconds(seconds) : spanText(locale, ms);
}

/** What is left of a time: minutes, and to the second in the last two. */
export function countdownText(locale: Locale, ms: number): string {
  return ms < 2 * minuteMs ? stopwatchText(ms) : spanText(locale, ms);
}

/** A running clock: 4:07, or 1:02:09 from one hour on. */
export function stopwatchText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

export function nameOf({ language }: Locale, named: Service | Agency): string {
  return language === 'en' && named.nameEn !== '' ? named.nameEn : named.name;
}

export function reasonText(locale: Locale, reason: CallReason): string {
  const { words } = locale;
  const { reasons } = words.counter;
  switch (reason.code) {
    case 'headStart':
      return reasons.headStart(timeText(locale, reason.since), reason.minutes);
    case 'picked':
      return reasons.picked(words.counter.pickReasons[reason.why]);
    default:
      return reasons[reason.code](timeText(locale, reason.since));
  }
}

export function whyNotText({ words }: Locale, why: WhyNot): string {
  const { why: sentences, pauseReasons } = words.counter;
  switch (why.code) {
    case 'paused':
      return sentences.paused(pauseReasons[why.reason]);
    case 'busy':
      return sentences.busy(why.number);
    case 'tooFewCalls':
      return sentences.tooFewCalls(why.left);
    case 'callTooSoon':
    case 'passTooSoon':
    case 'passSoon':
      return sentences[why.code](why.seconds);
    default:
      return sentences[why.code];
  }
}

/** A step as it is named when it may be taken back: `BQ012 selesai`. */
export function stepText({ words }: Locale, { choice, number }: LastStep): string {
  const { steps, outcomes } = words.counter.undo;
  return `${number} ${choice.action === 'finish' ? outcomes[choice.outcome] : steps[choice.action]}`;
}

/** An earlier stop of the visit: how it ended, at which counter, when and for how long. */
export function stopText(locale: Locale, catalogue: Catalogue, stop: StoryAnswer['stops'][number]): string {
  const { common, counter } = locale.words;
  const place = catalogue.counters.find(({ id }) => id === stop.counterId);
  const end = stop.outcome === null ? counter.stopStates[stop.state] : counter.outcomes[stop.outcome];
  const parts = [
    end,
    place && common.counter(place.name),
    stop.endedAt !== null && timeText(locale, stop.endedAt),
    stop.startedAt !== null && stop.endedAt !== null && spanText(locale, stop.endedAt - stop.startedAt),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Why the officer is not at the desk any more. */
export function sessionEndText({ words }: Locale, { counters }: Catalogue, end: SessionEnd): string {
  const { ends } = words.counter.signIn;
  switch (end.why) {
    case 'counterTaken':
      return ends.counterTaken(end.officer);
    case 'elsewhere':
      return ends.elsewhere(counters.find(({ id }) => id === end.counterId)?.name ?? '');
    default:
      return ends[end.why];
  }
}

/** A choice as its button names it. */
export function actionText(choice: Choice, { words }: Locale): string {
  return choice.action === 'finish' ? words.counter.outcomes[choice.outcome] : words.counter.actions[choice.action];
}

/** Said when something else is pressed before the server has answered. */
export function tooEarlyText(locale: Locale, under: Choice): string {
  return locale.words.counter.why.tooEarly(actionText(under, locale));
}
