import type { ActionName, Actions } from '../actions.ts';
import type { Choice } from '../orders.ts';
import { letterOf, type Shortcut } from '../shortcuts.ts';
import { type Locale, whyNotText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';

type DeskFootProps = {
  readonly actions: Actions;
  readonly under: Choice | null;
  readonly demo: boolean;
  /** The day was opened outside the mall's hours. */
  readonly byHand: boolean;
  readonly shortcutsOn: boolean;
  readonly locale: Locale;
  readonly onAsk: (wish: Shortcut) => void;
  readonly onShortcuts: (on: boolean) => void;
};

/** What is done with the counter itself, away from what is done with the visitor. */
export function DeskFoot(props: DeskFootProps) {
  const { actions, under, demo, byHand, shortcutsOn, locale } = props;
  const { common, counter } = locale.words;
  const button = (action: ActionName) => {
    const why = actions.buttons[action];
    const letter = letterOf[action];
    if (why === undefined) return null;
    return (
      <ActionButton
        label={counter.actions[action]}
        shortcut={shortcutsOn && letter ? { key: letter, text: letter } : undefined}
        look="quiet"
        whyNot={why && whyNotText(locale, why)}
        locked={under !== null}
        busy={under?.action === action}
        onPress={() => props.onAsk({ action })}
      />
    );
  };
  return (
    <footer class="desk-foot">
      {button('pause')}
      {button('close')}
      {demo && (
        <p class="desk-foot-demo">
          <strong>{common.demo}</strong> {byHand && common.openedByHand}
        </p>
      )}
      {/* One-letter keys can be switched off, because dictation software types letters (WCAG 2.1.4). */}
      <ActionButton
        label={shortcutsOn ? counter.header.shortcutsOn : counter.header.shortcutsOff}
        look="quiet"
        locked={false}
        onPress={() => props.onShortcuts(!shortcutsOn)}
      />
    </footer>
  );
}
