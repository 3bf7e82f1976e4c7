import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';
import { Dialog } from './dialog.tsx';

type CancelDialogProps = {
  readonly number: string;
  readonly locale: Locale;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** A cancelled ticket does not come back, so this one asks; the safe answer has the focus. */
export function CancelDialog({ number, locale, onConfirm, onClose }: CancelDialogProps) {
  const { cancelDialog: words } = locale.words.counter;
  return (
    <Dialog title={words.title(number)} help={words.help} onClose={onClose}>
      <div class="dialog-end">
        <ActionButton
          label={words.keep}
          shortcut={{ key: 'Escape', text: 'Esc' }}
          look="plain"
          locked={false}
          onPress={onClose}
        />
        <ActionButton label={words.confirm} look="strong" locked={false} onPress={onConfirm} />
      </div>
    </Dialog>
  );
}
