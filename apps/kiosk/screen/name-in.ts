import type { ScreenLanguage } from '@antrean/ui';

/** The name of an agency, service, zone or class in the visitor's language; what has no translation keeps its Indonesian name. */
export function nameIn(language: ScreenLanguage, named: { readonly name: string; readonly nameEn: string }): string {
  return keptTogether(language === 'en' && named.nameEn !== '' ? named.nameEn : named.name);
}

// A line may end after a hyphen, but not within "KTP-el" or "PBB-P2": the word joiner says so.
const shortEnd = /-(?=\w{1,2}\b)/g;

/** A text whose short compounds stay on one line. */
export function keptTogether(text: string): string {
  return text.replace(shortEnd, '-\u2060');
}
