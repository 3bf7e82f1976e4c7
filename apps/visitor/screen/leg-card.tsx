import type { StatusAnswer } from '@antrean/protocol';
import { type ScreenLanguage, TrackBadge, type Words } from '@antrean/ui';

export type Leg = StatusAnswer['tickets'][number];

const urgency: readonly Leg['state'][] = [
  'called',
  'serving',
  'no_show',
  'waiting',
  'parked',
  'finished',
  'cancelled',
  'voided',
  'expired',
];

/** What the visitor must act on comes first. */
export function byUrgency(legs: readonly Leg[]): readonly Leg[] {
  return [...legs].sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));
}

/** One service of the visit: where it stands, in words. */
export function LegCard({ leg, language, words }: { leg: Leg; language: ScreenLanguage; words: Words }) {
  const { visitor } = words;
  const isEnglish = language === 'en';
  return (
    <li class={`leg leg-${leg.state}`}>
      <p class="leg-state">
        <strong>{visitor.states[leg.state]}</strong>
        <TrackBadge track={leg.track} words={words} />
      </p>
      <LegState leg={leg} words={words} />
      <p class="leg-service">{(isEnglish && leg.serviceEn) || leg.service}</p>
      <p class="leg-agency">{(isEnglish && leg.agencyEn) || leg.agency}</p>
    </li>
  );
}

function LegState({ leg, words }: { leg: Leg; words: Words }) {
  const { visitor, common } = words;
  switch (leg.state) {
    case 'waiting':
      return (
        <>
          <p class="leg-main">{leg.ahead === 0 ? visitor.next : visitor.ahead(leg.ahead)}</p>
          <p>{leg.estimate ? visitor.estimate(common.minutes(...leg.estimate)) : visitor.noCounter}</p>
        </>
      );
    case 'called':
      return (
        <p class="leg-call">
          {visitor.goTo} <strong class="leg-counter number">{common.counter(leg.counter ?? '')}</strong> {visitor.now}
        </p>
      );
    case 'serving':
      return <p class="leg-main">{visitor.texts.serving(leg.counter ?? '')}</p>;
    default:
      return <p>{visitor.texts[leg.state]}</p>;
  }
}
