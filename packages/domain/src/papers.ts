import type { Catalogue } from './catalogue.ts';
import type { Language } from './language.ts';

/** What papers to bring are called in other languages, by the Indonesian that stands in `Service.bring`. Malay readers read that. */
export type PaperNames = Readonly<Record<string, { readonly en?: string; readonly zh?: string }>>;

/** A paper as readers of `language` call it; in Indonesian where nobody has translated it. */
export function paperIn({ papers }: Pick<Catalogue, 'papers'>, paper: string, language: Language): string {
  // A text like any other may be called "constructor".
  const names = papers && Object.hasOwn(papers, paper) ? papers[paper] : undefined;
  if (language === 'zh') return names?.zh ?? names?.en ?? paper;
  return language === 'en' ? (names?.en ?? paper) : paper;
}
