import type { Catalogue, CounterView } from '@antrean/domain';
import { ScrollBox } from '@antrean/ui';
import { letterOf, type Shortcut } from '../shortcuts.ts';
import type { Locale } from '../telling.ts';
import type { Story } from '../use-story.ts';
import { ActionButton } from './action-button.tsx';
import { Notes } from './notes.tsx';
import { Stops } from './stops.tsx';
import './visit-panel.css';

export type VisitPanelProps = {
  readonly present: NonNullable<CounterView['present']>;
  readonly story: Story;
  readonly catalogue: Catalogue;
  readonly locked: boolean;
  readonly shortcutsOn: boolean;
  readonly locale: Locale;
  readonly onAsk: (wish: Shortcut) => void;
};

/** What to look at with this visitor: papers, the visit's other stops, what colleagues noted. */
export function VisitPanel(props: VisitPanelProps) {
  const { present, story, locked, locale, onAsk } = props;
  const { counter } = locale.words;
  const button = (action: 'note' | 'reprint') => {
    const letter = letterOf[action];
    return (
      <ActionButton
        label={counter.actions[action]}
        shortcut={props.shortcutsOn && letter ? { key: letter, text: letter } : undefined}
        look="quiet"
        locked={locked}
        onPress={() => onAsk({ action })}
      />
    );
  };
  return (
    <div class="visit">
      <ScrollBox class="visit-scroll" label={counter.ticket.visit}>
        {story !== null && story !== 'failed' && <Notes notes={story.notes} {...props} />}
        <Papers papers={present.service.bring} locale={locale} />
        <Stops {...props} />
      </ScrollBox>
      <div class="visit-end">
        {button('note')}
        {button('reprint')}
      </div>
    </div>
  );
}

/** Ticked off for this ticket only, and kept nowhere. */
function Papers({ papers, locale }: { papers: readonly string[]; locale: Locale }) {
  const { ticket } = locale.words.counter;
  return (
    <>
      <h3>{ticket.papers}</h3>
      {papers.length === 0 ? (
        <p>{ticket.noPapers}</p>
      ) : (
        <ul lang="id">
          {papers.map((paper) => (
            <li key={paper}>
              <label>
                <input type="checkbox" />
                <span>{paper}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
