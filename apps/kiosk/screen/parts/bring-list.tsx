import { keptTogether } from '../name-in.ts';
import { Icon } from './icon.tsx';
import './bring-list.css';

/** Papers to bring, as the catalogue has them: in Indonesian, as they are called at the counter. */
export function BringList({ papers }: { papers: readonly string[] }) {
  return (
    <ul class="bring-list" lang="id">
      {papers.map((paper) => (
        <li key={paper}>
          <Icon name="check" />
          {keptTogether(paper)}
        </li>
      ))}
    </ul>
  );
}
