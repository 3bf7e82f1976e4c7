import type { Severity } from '@antrean/domain';
import type { BoardWords } from '@antrean/ui';
import { useMemo, useState } from 'preact/hooks';
import './attention-list.css';
import type { OnAsk } from './acts/asked.ts';
import type { Need } from './need.ts';
import { openNeedOrder } from './need-order.ts';
import { useHeld } from './use-held.ts';
import { useKeptFocus } from './use-kept-focus.ts';

type AttentionListProps = {
  readonly needs: readonly Need[];
  readonly words: BoardWords;
  readonly onAsk: OnAsk;
  readonly onStations: () => void;
};

const shapes: Readonly<Record<Severity, string>> = {
  high: 'M8 1.500 15.500 14.500H.500Z',
  medium: 'M8 1 15 8 8 15 1 8Z',
  low: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
};
// As many as a glance takes in; the others are one press away.
const shownAtFirst = 6;

/** What needs attention first: one sentence and one button each. No line moves under a hand that is about to press. */
export function AttentionList({ needs, words, onAsk, onStations }: AttentionListProps) {
  const [showAll, setShowAll] = useState(false);
  const said = words.board.attention;
  const order = useMemo(openNeedOrder, []);
  const { isHeld, signs } = useHeld();
  const list = useKeptFocus<HTMLUListElement>();
  const lines = useMemo(() => order.arrange(needs, isHeld), [order, needs, isHeld]);
  const shown = showAll ? lines : lines.slice(0, shownAtFirst);
  return (
    <section
      class={lines.length === 0 ? 'needs needs-none' : showAll ? 'needs needs-all' : 'needs'}
      aria-labelledby="needs"
      tabIndex={-1}
    >
      <div class="needs-head">
        <h2 id="needs">
          {said.title}
          {needs.length > 0 && <span class="needs-count number">{needs.length}</span>}
        </h2>
        {lines.length > shownAtFirst && (
          <button
            type="button"
            class="press press-link"
            aria-expanded={showAll}
            onClick={() => setShowAll((shows) => !shows)}
          >
            {showAll ? said.less : said.more(lines.length - shownAtFirst)}
          </button>
        )}
      </div>
      {lines.length === 0 && <p>{said.none}</p>}
      <ul ref={list} {...signs}>
        {shown.map(({ key, severity, sentence, act, isGone }) => (
          <li key={key} class={isGone ? 'need need-gone' : `need need-${severity}`}>
            <span class="need-sign">
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d={shapes[severity]} />
              </svg>
              <span class="visually-hidden">{said.severity[severity]}:</span>
            </span>
            <span class="need-sentence">{sentence}</span>
            {act && (
              <button
                type="button"
                class="press press-small"
                aria-disabled={isGone}
                onClick={() => {
                  if (isGone) return;
                  if (act.asked === 'stations') onStations();
                  else onAsk(act.asked);
                }}
              >
                {isGone ? said.gone : act.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
