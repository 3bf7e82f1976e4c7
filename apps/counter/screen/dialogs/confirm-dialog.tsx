import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';
import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  readonly title: string;
  readonly help: string;
  readonly warning?: string | undefined;
  readonly confirm: string;
  readonly locale: Locale;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before what cannot be taken back by another press; the safe answer has the focus. */
export function ConfirmDialog({ title, help, warning, confirm, locale, onConfirm, onClose }: ConfirmDialogProps) {
  const byKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'y' && !event.repeat) onConfirm();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is shown on the button inside, which is the control.
    <div onKeyDown={byKey}>
      <Dialog
        title={title}
        help={help}
        warning={warning}
        locale={locale}
        onClose={onClose}
        end={
          <ActionButton
            label={confirm}
            shortcut={{ key: 'Y', text: 'Y' }}
            look="strong"
            locked={false}
            onPress={onConfirm}
          />
        }
      />
    </div>
  );
}
