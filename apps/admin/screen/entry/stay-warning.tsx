import type { Presence, Station } from '@antrean/client';
import { StayDialog, useNow, usePresence } from '@antrean/ui';
import './stay-warning.css';

type StayWarningProps = {
  readonly station: Station;
  readonly presence: Presence;
  readonly words: {
    readonly title: string;
    readonly help: string;
    readonly seconds: (seconds: number) => string;
    readonly stay: string;
  };
};

/** Keeps the session while somebody is at the page, and warns for its last minute. By itself: its second draws nothing else. */
export function StayWarning({ station, presence, words }: StayWarningProps) {
  const now = useNow(station.live.serverNow);
  const { secondsLeft, touch } = usePresence(presence, now, false);
  if (secondsLeft === null) return null;
  return (
    <StayDialog seconds={secondsLeft} words={words} onStay={touch}>
      <div class="dialog-end">
        <button type="button" class="stay-button" onClick={touch}>
          {words.stay}
        </button>
      </div>
    </StayDialog>
  );
}
