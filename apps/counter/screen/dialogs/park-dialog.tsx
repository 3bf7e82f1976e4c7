import { ActionButton } from '../desk/action-button.tsx';
import { type Locale, timeText } from '../telling.ts';
import { ChoiceDialog } from './choice-dialog.tsx';
import './park-dialog.css';

type ParkDialogProps = {
  readonly number: string;
  readonly maxMinutes: number;
  readonly now: number;
  readonly locale: Locale;
  readonly onPark: (minutes: number) => void;
  readonly onClose: () => void;
};

const photocopyMinutes = 15;
const offered: readonly number[] = [photocopyMinutes, 30, 60];

/** For how long a visitor is sent away: the usual times, or one that the officer types. */
export function ParkDialog({ number, maxMinutes, now, locale, onPark, onClose }: ParkDialogProps) {
  const { parkDialog: words } = locale.words.counter;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    onPark(Number(new FormData(event.currentTarget).get('minutes')));
  };
  return (
    <ChoiceDialog
      title={words.title(number)}
      help={words.help}
      choices={offered
        .filter((minutes) => minutes <= maxMinutes)
        .map((minutes) => ({
          value: minutes,
          label: minutes === photocopyMinutes ? words.photocopy(minutes) : words.minutes(minutes),
          note: words.until(timeText(locale, now + minutes * 60_000)),
        }))}
      locale={locale}
      onChoose={onPark}
      onClose={onClose}
    >
      <form class="park-own" onSubmit={submit}>
        <label>
          {words.own}
          <input type="number" name="minutes" required min={1} max={maxMinutes} step={1} placeholder={words.ownHint} />
        </label>
        <ActionButton label={words.ownConfirm} look="plain" submits locked={false} />
      </form>
    </ChoiceDialog>
  );
}
