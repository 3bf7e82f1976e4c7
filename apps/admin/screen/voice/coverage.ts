import type { Catalogue, Language } from '@antrean/domain';
import { agencyToken, type Clips, counterToken, phrase, plan } from '@antrean/voice';
import { announcementOf } from './sentences.ts';

/** What of a mall its voice cannot name yet. */
export type Lacking = {
  readonly agencies: readonly { readonly name: string; readonly token: string }[];
  readonly counters: readonly { readonly name: string; readonly token: string }[];
};

/** Tries every agency and every counter of the mall with the clips that there are. */
export function lackingIn(catalogue: Catalogue, language: Language, clips: Clips): Lacking {
  const hearing = { catalogue, zoneId: null, style: 'words' } as const;
  const missing = (counterId: string, agencyId: string | null) => {
    const trial = { sentence: 'first', number: 'A1', counterId, agencyId, priority: false } as const;
    const said = phrase(announcementOf(trial, language, 0), hearing);
    return plan(said, clips, { hasChime: false }).missing.map(({ token }) => token);
  };
  const somewhere = catalogue.counters[0]?.id ?? '';
  return {
    agencies: catalogue.agencies
      .map(({ id, shortName }) => ({ name: shortName, token: agencyToken(id), id }))
      .filter(({ id, token }) => missing(somewhere, id).includes(token))
      .map(({ name, token }) => ({ name, token })),
    counters: catalogue.counters
      .map(({ id, name }) => ({ name, token: counterToken(id), id }))
      .filter(({ id, token }) => missing(id, null).includes(token))
      .map(({ name, token }) => ({ name, token })),
  };
}
