import { type LastStep, undoSecondsLeft } from '../last-step.ts';
import { type Locale, stepText } from '../telling.ts';
import { ActionButton } from './action-button.tsx';
import type { DeskProps } from './desk.tsx';
import './undo-bar.css';

type UndoBarProps = Pick<DeskProps, 'view' | 'catalogue' | 'now'> & {
  readonly lastStep: LastStep;
  readonly locked: boolean;
  readonly locale: Locale;
  readonly onUndo: () => void;
};

/** The last step by its name, for as long as it can be taken back. */
export function UndoBar({ lastStep, view, catalogue, now, locked, locale, onUndo }: UndoBarProps) {
  const { rules } = catalogue;
  const seconds = undoSecondsLeft(lastStep, view, rules, now);
  const { undo } = locale.words.counter;
  return (
    <div class="undo">
      <ActionButton
        label={undo.label(stepText(locale, lastStep))}
        shortcut={{ key: 'Control+Z', text: undo.key }}
        look="strong"
        locked={locked}
        onPress={onUndo}
      >
        <span class="undo-seconds number" role="timer">
          {seconds}
        </span>
      </ActionButton>
      <span class="undo-left" aria-hidden="true" style={{ '--left': seconds / rules.undoSeconds }} />
    </div>
  );
}
