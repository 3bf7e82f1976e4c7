import type { Catalogue, Service } from '@antrean/domain';

/** Services whose name, keywords or agency begin a word with each word of the query; best first, and of equal ones those of the own agencies. */
export function searchServices(
  catalogue: Catalogue,
  query: string,
  ownAgencyIds: readonly string[],
): readonly Service[] {
  const wanted = wordsOf(query);
  const strangeness = ({ agencyId }: Service) => (ownAgencyIds.includes(agencyId) ? 0 : 1);
  if (wanted.length === 0) return catalogue.services.toSorted((a, b) => strangeness(a) - strangeness(b));
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.id, agency]));
  return catalogue.services
    .flatMap((service) => {
      const agency = agencies.get(service.agencyId);
      const fields = [
        { words: wordsOf(`${service.name} ${service.nameEn}`), weight: 3 },
        { words: wordsOf(service.synonyms.join(' ')), weight: 2 },
        { words: wordsOf(agency?.shortName ?? ''), weight: 3 },
        { words: wordsOf(`${agency?.name ?? ''} ${agency?.nameEn ?? ''}`), weight: 1 },
      ];
      const scores = wanted.map((word) => scoreOf(word, fields));
      return scores.includes(0) ? [] : [{ service, score: scores.reduce((sum, score) => sum + score, 0) }];
    })
    .sort((a, b) => b.score - a.score || strangeness(a.service) - strangeness(b.service))
    .map(({ service }) => service);
}

type Field = { readonly words: readonly string[]; readonly weight: number };

// A whole word says more than its beginning: "kk" means the family card, not "kkpr".
function scoreOf(wanted: string, fields: readonly Field[]): number {
  let best = 0;
  for (const { words, weight } of fields)
    for (const word of words)
      if (word === wanted) best = Math.max(best, weight * 2);
      else if (word.startsWith(wanted)) best = Math.max(best, weight);
  return best;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
