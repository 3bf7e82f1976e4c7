import type { Agency, Catalogue, Hall, KioskView, Language, ServiceOffer } from '@antrean/domain';
import type { PrinterState } from '@antrean/printing/outcome';
import type { KioskWords } from '@antrean/ui';
import type { Move } from './path.ts';
import type { Logos } from './use-logos.ts';

/** What every page draws from: the mall at this moment, in the visitor's language. `at` is the server's clock. */
export type Scene = {
  readonly hall: Hall;
  readonly catalogue: Catalogue;
  readonly view: KioskView;
  readonly at: number;
  readonly language: Language;
  /** What the visitor may choose from. */
  readonly languages: readonly Language[];
  readonly words: KioskWords;
  /** Agencies without one have their letter. */
  readonly logos: Logos;
  /** Services gathered for one number. */
  readonly basket: readonly string[];
  /** False while the server is away: then nobody knows how many wait. */
  readonly hasFigures: boolean;
  /** Why no paper can be had at this moment, null while it can. */
  readonly noPaper: PrinterState | null;
  /** False where no printer stands at all. */
  readonly hasPrinter: boolean;
  /** False while no station answers, and where none stands around this page. */
  readonly hasStation: boolean;
};

export type Walk = (move: Move) => void;

export type Offered = { readonly offer: ServiceOffer; readonly agency: Agency };

export function agencyIn(view: KioskView, agencyId: string): KioskView['agencies'][number] | undefined {
  return view.agencies.find(({ agency }) => agency.id === agencyId);
}

// Each letter of a search asks for every hit.
const offersOf = new WeakMap<KioskView, ReadonlyMap<string, Offered>>();

export function offerIn(view: KioskView, serviceId: string): Offered | undefined {
  let offered = offersOf.get(view);
  if (!offered) {
    offered = new Map(
      view.agencies.flatMap(({ agency, offers }) => offers.map((offer) => [offer.service.id, { offer, agency }])),
    );
    offersOf.set(view, offered);
  }
  return offered.get(serviceId);
}

/** Services in the order of the building, zone by zone, so that nobody climbs the stairs twice; as chosen within a zone. */
export function inOrderOfPlace(serviceIds: readonly string[], { zones, agencies, services }: Catalogue): string[] {
  const floor = (serviceId: string) => {
    const agencyId = services.find(({ id }) => id === serviceId)?.agencyId;
    const zoneId = agencies.find(({ id }) => id === agencyId)?.zoneId;
    return zones.findIndex(({ id }) => id === zoneId);
  };
  return [...serviceIds].sort((a, b) => floor(a) - floor(b));
}
