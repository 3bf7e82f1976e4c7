import type { Agency } from '@antrean/domain';
import type { ScreenLanguage } from '@antrean/ui';
import { nameIn } from '../name-in.ts';
import './agency-called.css';

/** An agency under the short name that stands on its signs, and for readers of English what that is. */
export function AgencyCalled({ agency, language }: { agency: Agency; language: ScreenLanguage }) {
  return (
    <span class="agency-called">
      <strong>{agency.shortName}</strong>
      {language === 'id' ? null : <span class="agency-meaning">{nameIn(language, agency)}</span>}
    </span>
  );
}
