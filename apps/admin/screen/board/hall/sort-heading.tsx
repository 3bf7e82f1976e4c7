import type { BoardWords } from '@antrean/ui';

type SortHeadingProps<T extends string> = {
  readonly label: string;
  readonly by: T;
  readonly sort: T;
  readonly isFigure?: boolean;
  readonly words: BoardWords;
  readonly onSort: (sort: T) => void;
};

/** The head of a column that the table can be sorted by, the worst first; the first column goes back to the order of the hall. */
export function SortHeading<T extends string>(props: SortHeadingProps<T>) {
  const { label, by, sort, words } = props;
  const isSorted = by === sort;
  return (
    <th
      scope="col"
      class={props.isFigure ? 'figure-cell' : undefined}
      aria-sort={isSorted ? (by === 'place' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" class="sort" aria-label={words.board.sortBy(label)} onClick={() => props.onSort(by)}>
        {label}
        <span aria-hidden="true">{isSorted ? (by === 'place' ? '↑' : '↓') : ''}</span>
      </button>
    </th>
  );
}
