import type { ServiceOffer } from '@antrean/domain';
import { clockText, TrackBadge } from '@antrean/ui';
import type { Scene } from '../scene.ts';
import { Icon } from './icon.tsx';
import './offer-line.css';

/** What a visitor may expect of a service: its track and how long, or why there is no number for it now. */
export function OfferLine({ offer, scene }: { offer: ServiceOffer; scene: Scene }) {
  const says = offerSays(offer, scene);
  return (
    <span class="offer-line">
      <TrackBadge track={offer.service.track} words={scene.words} />
      {says === null ? null : (
        <span class={offer.open ? 'offer-says' : 'offer-says offer-shut'}>
          {offer.open ? null : <Icon name="pause" />}
          {says}
        </span>
      )}
    </span>
  );
}

function offerSays(offer: ServiceOffer, { words, catalogue, language, hasFigures }: Scene): string | null {
  const { offer: says, pauseReasons, direct } = words.kiosk;
  if (!offer.open) {
    if (offer.why === 'quota') return says.quota;
    const until = offer.until === null ? null : clockText(offer.until, catalogue.site.timeZone, language);
    return says.paused(pauseReasons[offer.reason], until);
  }
  if (!hasFigures) return null;
  if (offer.freeCounters.length > 0) return direct.without;
  const { ahead, estimate } = offer.outlook;
  if (!estimate) return says.noCounter;
  return ahead === 0 ? says.ahead(0) : `${says.ahead(ahead)}, ${says.wait(words.common.minutes(...estimate))}`;
}
