import type { ActionName, Actions } from '../actions.ts';
import { deskKeys, letterOf, type Shortcut } from '../shortcuts.ts';
import { whyNotText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';
import type { DeskProps } from './desk.tsx';
import { UndoBar } from './undo-bar.tsx';
import './desk-foot.css';

type DeskFootProps = DeskProps & {
  readonly actions: Actions;
  /** The day was opened outside the mall's hours. */
  /** Open although the calendar says no. */
  readonly isOutside: boolean;
  readonly onAsk: (wish: Shortcut) => void;
};

/** What is done with the counter itself, away from what is done with the visitor, and the way back from the last step. */
export function DeskFoot(props: DeskFootProps) {
  const { actions, pressState, lastStep, demo, isOutside, shortcutsOn, locale, onAsk } = props;
  const { under } = pressState;
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
        onPress={() => onAsk({ action })}
      />
    );
  };
  const canUndo = actions.buttons.undo === null;
  return (
    <footer class="desk-foot">
      {button('pause')}
      {button('close')}
      {lastStep && canUndo ? (
        <UndoBar {...props} lastStep={lastStep} locked={under !== null} onUndo={() => onAsk({ action: 'undo' })} />
      ) : (
        demo && (
          <p class="desk-foot-demo">
            <strong>{common.demo}</strong> {isOutside && common.openedByHand}
          </p>
        )
      )}
      <ActionButton
        label={counter.help.button}
        shortcut={shortcutsOn ? { key: deskKeys.help, text: deskKeys.help } : undefined}
        look="quiet"
        locked={false}
        onPress={() => onAsk({ action: 'help' })}
      />
    </footer>
  );
}
