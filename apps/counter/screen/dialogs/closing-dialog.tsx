import type { Catalogue } from '@antrean/domain';
import { Dialog } from '@antrean/ui';
import { ActionButton } from '../desk/action-button.tsx';
import { type Locale, timeText } from '../telling.ts';
import type { Closing } from '../use-closing.ts';
import './closing-dialog.css';

type ClosingDialogProps = {
  readonly closing: Closing;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly onRead: () => void;
};

/** Who closed the counter and why. The text has the focus and not the button: a space that was meant for the desk must not wave it through. */
export function ClosingDialog({ closing, catalogue, locale, onRead }: ClosingDialogProps) {
  const { closingDialog: words } = locale.words.counter;
  const taker = catalogue.counters.find(({ id }) => id === closing.toCounterId);
  const byKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'y' && !event.repeat) onRead();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is shown on the button inside, which is the control.
    <div onKeyDown={byKey}>
      <Dialog title={taker ? words.moved(taker.name) : words.closed} onClose={onRead}>
        <div class="closing-told" tabIndex={-1} autofocus>
          <p>{words.by(closing.officer, timeText(locale, closing.at))}</p>
          <p class="closing-reason">{words.reasons[closing.reason]}</p>
          {closing.number !== null && <p>{words.released(closing.number)}</p>}
          <p>{taker ? words.goesOn(taker.name) : words.again}</p>
        </div>
        <div class="dialog-end">
          <ActionButton
            label={words.read}
            shortcut={{ key: 'Y', text: 'Y' }}
            look="strong"
            locked={false}
            onPress={onRead}
          />
        </div>
      </Dialog>
    </div>
  );
}
