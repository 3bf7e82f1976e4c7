import { siteTime } from '@antrean/domain';
import { wallTimeText } from '@antrean/ui';
import { Both, type Languages } from './both.tsx';
import type { AgencyPause } from './hours.ts';
import './pause-row.css';

/** An agency whose own system is down, as a row that is read from the last seat: its visitors must not wonder why nobody is called. */
export function PauseRow({
  pause,
  languages,
  timeZone,
}: {
  pause: AgencyPause;
  languages: Languages;
  timeZone: string;
}) {
  const { agency, until } = pause;
  return (
    <section class="pause-row" style={{ '--letters': String(agency.length) }} aria-live="polite">
      <svg class="pause-sign" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3 22 20.500H2z" />
        <path d="M12 9.500v5M12 17.400v.2" />
      </svg>
      <strong class="pause-agency">{agency}</strong>
      <p class="pause-text">
        <Both
          languages={languages}
          say={({ words, language }) =>
            words.display.agencyDown(until === null ? null : wallTimeText(siteTime(until, timeZone).time, language))
          }
          inline
        />
      </p>
    </section>
  );
}
