import type { Language } from '@antrean/domain';

/**
 * The name of an agency, service, zone or class as this visitor reads it best: names are data, in Indonesian and English. Whoever
 * reads Malay reads the Indonesian one; what has no translation keeps it too.
 */
export function nameIn(language: Language, named: { readonly name: string; readonly nameEn: string }): string {
  return keptTogether(readsIndonesian(language) || named.nameEn === '' ? named.name : named.nameEn);
}

// A line may end after a hyphen, but not within "KTP-el" or "PBB-P2": the word joiner says so.
const shortEnd = /-(?=\w{1,2}\b)/g;

/** A text whose short compounds stay on one line. */
export function keptTogether(text: string): string {
  return text.replace(shortEnd, '-\u2060');
}

export function readsIndonesian(language: Language): boolean {
  return language === 'id' || language === 'ms';
}
