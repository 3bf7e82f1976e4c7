import { Dialog } from '@antrean/ui';
import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';

type StayDialogProps = { readonly seconds: number; readonly locale: Locale; readonly onStay: () => void };

/** The last minute of a session that nobody uses. Whatever is pressed means that somebody is here, and nothing else. */
export function StayDialog({ seconds, locale, onStay }: StayDialogProps) {
  const { stay } = locale.words.counter;
  return (
    <Dialog title={stay.title} help={stay.help} onClose={onStay}>
      <p class="stay-seconds" role="timer">
        {stay.seconds(seconds)}
      </p>
      <div class="dialog-end">
        <ActionButton label={stay.stay} look="strong" locked={false} onPress={onStay} />
      </div>
    </Dialog>
  );
}
