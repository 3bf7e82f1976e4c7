import type { Agency, Language } from '@antrean/domain';
import { nameIn, readsIndonesian } from '../name-in.ts';
import './agency-called.css';

/** An agency under the short name that stands on its signs, and for readers of English what that is. */
export function AgencyCalled({ agency, language }: { agency: Agency; language: Language }) {
  return (
    <span class="agency-called">
      <strong>{agency.shortName}</strong>
      {readsIndonesian(language) ? null : <span class="agency-meaning">{nameIn(language, agency)}</span>}
    </span>
  );
}
