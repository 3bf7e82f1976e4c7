import type { Agency, Service } from '@antrean/domain';
import MiniSearch from 'minisearch';

/** Finds services by what people call them; gives back service ids, best first, and none for an empty query. */
export type ServiceSearch = (query: string) => readonly string[];

/** Indexes name, keywords, English name and agency (notes: screens-and-voice §5). A newer catalogue needs a newer index. */
export function indexServices(catalogue: {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'nameEn' | 'shortName'>[];
  readonly services: readonly Pick<Service, 'id' | 'agencyId' | 'name' | 'nameEn' | 'synonyms'>[];
}): ServiceSearch {
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.id, agency]));
  const index = new MiniSearch<Record<string, string>>({
    fields: ['name', 'synonyms', 'nameEn', 'agency'],
    searchOptions: {
      boost: { name: 3, synonyms: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(
    catalogue.services.map(({ id, agencyId, name, nameEn, synonyms }) => {
      const agency = agencies.get(agencyId);
      const names = agency ? [agency.name, agency.nameEn, agency.shortName] : [];
      return { id, name, nameEn, synonyms: synonyms.join(' '), agency: names.join(' ') };
    }),
  );
  // What is a keyword as a whole was meant for these services, whatever else shares its words.
  const keywords = new Map<string, Set<string>>();
  for (const { id, synonyms } of catalogue.services)
    for (const synonym of synonyms) {
      const key = synonym.toLowerCase();
      keywords.set(key, (keywords.get(key) ?? new Set()).add(id));
    }
  return (query) => {
    if (query.trim() === '') return [];
    const all = index.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
    const ids = found.map(({ id }) => String(id));
    const exact = keywords.get(query.trim().toLowerCase());
    return exact ? [...ids.filter((id) => exact.has(id)), ...ids.filter((id) => !exact.has(id))] : ids;
  };
}
