import { type Catalogue, type Language, paperIn } from '@antrean/domain';
import { keptTogether } from '../name-in.ts';
import { Icon } from './icon.tsx';
import './bring-list.css';

type BringListProps = {
  papers: readonly string[];
  catalogue: Catalogue;
  language: Language;
  /** Where there is room: what the officer calls each of them too, not only what stands on the paper itself. */
  isWhole?: boolean;
};

/** Papers to bring, in the visitor's language. */
export function BringList({ papers, catalogue, language, isWhole = false }: BringListProps) {
  return (
    <ul class="bring-list">
      {papers.map((paper) => (
        <li key={paper}>
          <Icon name="check" />
          <Paper own={paper} theirs={paperIn(catalogue, paper, language)} isWhole={isWhole} />
        </li>
      ))}
    </ul>
  );
}

// "KTP-el", "STNK", "Paspor": what is printed large on the paper that the visitor looks for.
const shortName = 8;

function Paper({ own, theirs, isWhole }: { own: string; theirs: string; isWhole: boolean }) {
  const indonesian = <span lang="id">{keptTogether(own)}</span>;
  if (own === theirs) return indonesian;
  return (
    <span>
      {keptTogether(theirs)}
      {isWhole || own.length <= shortName ? <small class="soft"> ({indonesian})</small> : null}
    </span>
  );
}
