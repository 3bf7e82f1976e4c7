import type { ComponentChildren } from 'preact';
import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';
import { Dialog } from './dialog.tsx';

type ChoiceDialogProps<T> = {
  readonly title: string;
  readonly help: string;
  readonly warning?: string | undefined;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly note?: string }[];
  readonly locale: Locale;
  readonly onChoose: (value: T) => void;
  readonly onClose: () => void;
  /** An answer that is none of the large ones. */
  readonly children?: ComponentChildren;
};

/** A few large answers, one tap or one digit each. */
export function ChoiceDialog<T>(props: ChoiceDialogProps<T>) {
  const { title, help, warning, choices, locale, onChoose, onClose, children } = props;
  const byDigit = (event: KeyboardEvent) => {
    const chosen = choices[Number(event.key) - 1];
    if (chosen && !event.repeat) onChoose(chosen.value);
  };
  return (
    <Dialog title={title} help={help} warning={warning} locale={locale} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the digits are shown on the buttons inside, which are the controls. */}
      <div class="dialog-choices" onKeyDown={byDigit}>
        {choices.map(({ value, label, note }, i) => (
          <ActionButton
            key={label}
            label={label}
            shortcut={{ key: String(i + 1), text: String(i + 1) }}
            look="plain"
            locked={false}
            onPress={() => onChoose(value)}
          >
            {note && <small>{note}</small>}
          </ActionButton>
        ))}
      </div>
      {children}
    </Dialog>
  );
}
