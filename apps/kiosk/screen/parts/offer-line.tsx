import type { ServiceOffer } from '@antrean/domain';
import { TrackBadge, type Words } from '@antrean/ui';
import { timeOfDay } from '../local-time.ts';
import { Icon } from './icon.tsx';
import './offer-line.css';

/** What a visitor may expect of a service: its track and how long, or why there is no number for it now. */
export function OfferLine({ offer, words, timeZone }: { offer: ServiceOffer; words: Words; timeZone: string }) {
  return (
    <span class="offer-line">
      <TrackBadge track={offer.service.track} words={words} />
      <span class={offer.open ? 'offer-says' : 'offer-says offer-shut'}>
        {offer.open ? null : <Icon name="pause" />}
        {offerSays(offer, words, timeZone)}
      </span>
    </span>
  );
}

function offerSays(offer: ServiceOffer, words: Words, timeZone: string): string {
  const says = words.kiosk.offer;
  if (!offer.open) return offer.why === 'quota' ? says.quota : whyPaused(offer.reason, offer.until, words, timeZone);
  const { ahead, estimate } = offer.outlook;
  if (!estimate) return says.noCounter;
  return ahead === 0 ? says.ahead(0) : `${says.ahead(ahead)}, ${says.wait(words.common.minutes(...estimate))}`;
}

function whyPaused(
  reason: keyof Words['kiosk']['pauseReasons'],
  until: number | null,
  words: Words,
  timeZone: string,
): string {
  return words.kiosk.offer.paused(words.kiosk.pauseReasons[reason], until === null ? null : timeOfDay(until, timeZone));
}
