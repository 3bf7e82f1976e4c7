import type { ServiceOffer } from '@antrean/domain';
import type { ScreenLanguage, Words } from '@antrean/ui';
import { nameIn } from '../name-in.ts';
import { Icon } from './icon.tsx';
import { OfferLine } from './offer-line.tsx';
import './service-list.css';

/** One touch opens the service's page, also while no number can be had, because that page says what to do instead. */
export function ServiceList(props: {
  offers: readonly { readonly offer: ServiceOffer; readonly agency: string | null }[];
  words: Words;
  language: ScreenLanguage;
  timeZone: string;
  onService: (serviceId: string) => void;
}) {
  const { offers, words, language, timeZone, onService } = props;
  return (
    <ul class={offers.length > 11 ? 'service-list service-list-many' : 'service-list'}>
      {offers.map(({ offer, agency }) => {
        const { service } = offer;
        return (
          <li key={service.id}>
            <button type="button" class="card service-card" onClick={() => onService(service.id)}>
              <span class="service-card-text">
                {agency === null ? null : <span class="service-card-agency">{agency}</span>}
                <span class="service-card-name">{nameIn(language, service)}</span>
                <OfferLine offer={offer} language={language} words={words} timeZone={timeZone} />
              </span>
              <Icon name="forward" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
