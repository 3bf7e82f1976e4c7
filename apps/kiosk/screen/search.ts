import type { Agency, Service } from '@antrean/domain';
import MiniSearch from 'minisearch';

/** Finds services by what people call them; gives back service ids, best first, and none for an empty query. */
export type ServiceSearch = (query: string) => readonly string[];

type Searched = {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'nameEn' | 'shortName'>[];
  readonly services: readonly Pick<Service, 'id' | 'agencyId' | 'name' | 'nameEn' | 'synonyms'>[];
};

/**
 * Searches name, keywords, English name and agency (notes: screens-and-voice §5). A newer catalogue needs a newer one. The index is
 * made for the first query, because a page must not wait for it to begin.
 */
export function searchServices(catalogue: Searched): ServiceSearch {
  let find: ServiceSearch | null = null;
  // A page asks the same again each second.
  let last: { readonly text: string; readonly ids: readonly string[] } = { text: '', ids: [] };
  return (query) => {
    const text = query.trim().toLowerCase().replace(/\s+/g, ' ');
    if (text === last.text) return last.ids;
    find ??= index(catalogue);
    last = { text, ids: text === '' ? [] : find(text) };
    return last.ids;
  };
}

function index(catalogue: Searched): ServiceSearch {
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.id, agency]));
  const names = new MiniSearch<Record<string, string>>({
    fields: ['name', 'synonyms', 'nameEn', 'agency'],
    searchOptions: { boost: { name: 3, synonyms: 3 }, prefix: true },
  });
  names.addAll(
    catalogue.services.map(({ id, agencyId, name, nameEn, synonyms }) => {
      const agency = agencies.get(agencyId);
      const called = agency ? [agency.name, agency.nameEn, agency.shortName] : [];
      return { id, name, nameEn, synonyms: synonyms.join(' '), agency: called.join(' ') };
    }),
  );
  // What is a keyword as a whole was meant for these services, whatever else shares its words.
  const keywords = new Map<string, Set<string>>();
  for (const { id, synonyms } of catalogue.services)
    for (const synonym of synonyms) {
      const key = synonym.toLowerCase();
      keywords.set(key, (keywords.get(key) ?? new Set()).add(id));
    }
  // From the strictest reading to the most forgiving; the first that finds anything is the answer.
  const readings = [
    (words: string) => names.search(words, { combineWith: 'AND', fuzzy: longWords }),
    (words: string) => names.search(words, { combineWith: 'AND', fuzzy: allWords }),
    (words: string) => names.search(words, { combineWith: 'OR', fuzzy: longWords }),
  ];
  return (text) => {
    const words = meant(text);
    const ids = readings.reduce<string[]>(
      (found, read) => (found.length > 0 ? found : read(words).map(({ id }) => String(id))),
      [],
    );
    const exact = keywords.get(text) ?? keywords.get(words);
    return exact ? [...exact, ...ids.filter((id) => !exact.has(id))] : ids;
  };
}

const longWords = (term: string) => (term.length > 4 ? 0.2 : false);
const allWords = (term: string) => (term.length > 3 ? 0.3 : false);

// How people ask, not what for; every service is asked for in these words.
const askingWords = new Set(
  'mau ingin mengurus ngurus urus bikin buat membuat minta cara untuk antrian antrean nomor layanan saya'.split(' '),
);

// Words that are spoken otherwise than they are written, and are too short or too far off for the index to forgive.
const written: ReadonlyMap<string, string> = new Map(
  Object.entries({ akte: 'akta', ijin: 'izin', ilang: 'hilang', pasport: 'paspor', cere: 'cerai', ektp: 'ktp' }),
);

/** The query as it is written, without the words of asking unless it consists of nothing else. */
function meant(text: string): string {
  const words = text.split(' ').map((word) => written.get(word) ?? word);
  const left = words.filter((word) => !askingWords.has(word));
  return (left.length > 0 ? left : words).join(' ');
}
