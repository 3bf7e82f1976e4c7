import type { Presence, Station } from '@antrean/client';
import { StayDialog, useNow, usePresence } from '@antrean/ui';
import type { Locale } from './telling.ts';

type StayWarningProps = { readonly station: Station; readonly presence: Presence; readonly locale: Locale };

/** Keeps the session while somebody is at the board, and warns for its last minute. By itself: its second draws no table. */
export function StayWarning({ station, presence, locale }: StayWarningProps) {
  const now = useNow(station.live.serverNow);
  const { secondsLeft, touch } = usePresence(presence, now, false);
  const { stay } = locale.words.board;
  if (secondsLeft === null) return null;
  return (
    <StayDialog seconds={secondsLeft} words={stay} onStay={touch}>
      <div class="dialog-end">
        <button type="button" class="press press-main" onClick={touch}>
          {stay.stay}
        </button>
      </div>
    </StayDialog>
  );
}
