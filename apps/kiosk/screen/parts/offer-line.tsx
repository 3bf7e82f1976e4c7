import type { ServiceOffer } from '@antrean/domain';
import { clockText, type ScreenLanguage, TrackBadge, type Words } from '@antrean/ui';
import { Icon } from './icon.tsx';
import './offer-line.css';

/** What a visitor may expect of a service: its track and how long, or why there is no number for it now. */
export function OfferLine({ offer, language, words, timeZone }: Offered) {
  return (
    <span class="offer-line">
      <TrackBadge track={offer.service.track} words={words} />
      <span class={offer.open ? 'offer-says' : 'offer-says offer-shut'}>
        {offer.open ? null : <Icon name="pause" />}
        {offerSays({ offer, language, words, timeZone })}
      </span>
    </span>
  );
}

type Offered = { offer: ServiceOffer; language: ScreenLanguage; words: Words; timeZone: string };

function offerSays({ offer, language, words, timeZone }: Offered): string {
  const { offer: says, pauseReasons } = words.kiosk;
  if (!offer.open) {
    if (offer.why === 'quota') return says.quota;
    const until = offer.until === null ? null : clockText(offer.until, timeZone, language);
    return says.paused(pauseReasons[offer.reason], until);
  }
  const { ahead, estimate } = offer.outlook;
  if (!estimate) return says.noCounter;
  return ahead === 0 ? says.ahead(0) : `${says.ahead(ahead)}, ${says.wait(words.common.minutes(...estimate))}`;
}
