import { type Catalogue, type CounterView, type Hall, pauseReasons } from '@antrean/domain';
import { CancelDialog } from '../dialogs/cancel-dialog.tsx';
import { ChoiceDialog } from '../dialogs/choice-dialog.tsx';
import { ServiceDialog } from '../dialogs/service-dialog.tsx';
import type { Choice } from '../orders.ts';
import { type Locale, timeText } from '../telling.ts';

export type DialogName = 'pause' | 'park' | 'transfer' | 'forward' | 'cancel';

type DeskDialogProps = {
  readonly name: DialogName;
  readonly hall: Hall;
  readonly present: CounterView['present'];
  readonly catalogue: Catalogue;
  readonly now: number;
  readonly locale: Locale;
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
};

const parkMinutes: readonly number[] = [5, 10, 15, 30];

/** The question that an action asks before it is given. */
export function DeskDialog(props: DeskDialogProps) {
  const { name, hall, present, catalogue, now, locale, onChoose, onClose } = props;
  const words = locale.words.counter;
  if (name === 'pause')
    return (
      <ChoiceDialog
        {...words.pauseDialog}
        choices={pauseReasons.map((reason) => ({ value: reason, label: words.pauseReasons[reason] }))}
        locale={locale}
        onChoose={(reason) => onChoose({ action: 'pause', reason })}
        onClose={onClose}
      />
    );
  if (!present) return null;
  const { number } = present.visit;
  if (name === 'park')
    return (
      <ChoiceDialog
        title={words.parkDialog.title(number)}
        help={words.parkDialog.help}
        choices={parkMinutes
          .filter((minutes) => minutes <= catalogue.rules.maxParkMinutes)
          .map((minutes) => ({
            value: minutes,
            label: words.parkDialog.minutes(minutes),
            note: words.parkDialog.until(timeText(locale, now + minutes * 60_000)),
          }))}
        locale={locale}
        onChoose={(minutes) => onChoose({ action: 'park', minutes })}
        onClose={onClose}
      />
    );
  if (name === 'cancel')
    return (
      <CancelDialog
        number={number}
        locale={locale}
        onConfirm={() => onChoose({ action: 'cancel' })}
        onClose={onClose}
      />
    );
  return (
    <ServiceDialog
      kind={name}
      number={number}
      fromServiceId={present.service.id}
      eligibleAt={present.visit.eligibleAt}
      catalogue={catalogue}
      hall={hall}
      locale={locale}
      onTransfer={(serviceId) => onChoose({ action: 'transfer', serviceId })}
      onForward={(serviceIds, inOrder) => onChoose({ action: 'forward', serviceIds, inOrder })}
      onClose={onClose}
    />
  );
}
