import type { Agency, Catalogue, Hall, KioskView, ServiceOffer } from '@antrean/domain';
import type { ScreenLanguage, Words } from '@antrean/ui';
import type { Move } from './path.ts';

/** What every page draws from: the mall at this moment, in the visitor's language. `at` is the server's clock. */
export type Scene = {
  readonly hall: Hall;
  readonly catalogue: Catalogue;
  readonly view: KioskView;
  readonly at: number;
  readonly language: ScreenLanguage;
  readonly words: Words;
};

export type Walk = (move: Move) => void;

export function agencyIn(view: KioskView, agencyId: string): KioskView['agencies'][number] | undefined {
  return view.agencies.find(({ agency }) => agency.id === agencyId);
}

export function offerIn(view: KioskView, serviceId: string): { offer: ServiceOffer; agency: Agency } | undefined {
  for (const { agency, offers } of view.agencies)
    for (const offer of offers) if (offer.service.id === serviceId) return { offer, agency };
  return undefined;
}
