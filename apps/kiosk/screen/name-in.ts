import type { ScreenLanguage } from '@antrean/ui';

/** The name of an agency, service, zone or class in the visitor's language; what has no translation keeps its Indonesian name. */
export function nameIn(language: ScreenLanguage, named: { readonly name: string; readonly nameEn: string }): string {
  return language === 'en' && named.nameEn !== '' ? named.nameEn : named.name;
}
