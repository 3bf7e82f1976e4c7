import { type Catalogue, queuesAt, type Service } from '@antrean/domain';

/**
 * The services chosen most in the last days, else the first one of each agency with the most counters. Today's visitors change
 * nothing: a tile that moves from one look to the next is the wrong tile.
 */
export function mostUsed(lastDays: readonly string[], catalogue: Catalogue, count: number): readonly Service[] {
  const before = lastDays.flatMap((id) => catalogue.services.find((service) => service.id === id) ?? []);
  return [...new Set([...before, ...wellKnown(catalogue)])].slice(0, count);
}

function wellKnown(catalogue: Catalogue): readonly Service[] {
  const counters = new Map<string, number>();
  // A station shared by many agencies says nothing about the size of one.
  for (const place of catalogue.counters)
    for (const { agencyId } of queuesAt(catalogue, place))
      counters.set(agencyId, (counters.get(agencyId) ?? 0) + 1 / place.agencyIds.length);
  return [...catalogue.agencies]
    .sort((a, b) => (counters.get(b.id) ?? 0) - (counters.get(a.id) ?? 0))
    .flatMap(({ id }) => {
      const services = catalogue.services.filter(({ agencyId }) => agencyId === id);
      const first = services.find(({ track }) => track === 'quick') ?? services[0];
      return first ? [first] : [];
    });
}
