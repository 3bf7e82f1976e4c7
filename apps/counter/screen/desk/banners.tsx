import type { Catalogue, CounterView, Day } from '@antrean/domain';
import type { LinkState } from '@antrean/ui';
import { ageText, type Locale, timeText } from '../telling.ts';
import { useChangedWork } from '../use-changed-work.ts';
import './banners.css';

type BannersProps = {
  readonly link: LinkState;
  readonly stationNow: number;
  readonly view: CounterView;
  readonly officer: string;
  readonly day: Day | null;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
};

/** What holds for the whole counter at the moment: an old picture, a pause of the mall or of an agency, a day not open. */
export function Banners({ link, stationNow, view, officer, day, catalogue, locale }: BannersProps) {
  const { common, counter } = locale.words;
  const { banner, pauseReasons } = counter;
  const [isChanged, onRead] = useChangedWork(officer, view.counter, day);
  const agencyName = (id: string) => catalogue.agencies.find((agency) => agency.id === id)?.shortName ?? id;
  return (
    <div class="banners">
      {link.state === 'lost' && (
        <p class="banner banner-alert">
          <strong>{banner.lost(ageText(locale, stationNow - link.since))}</strong> {banner.lostHelp}
        </p>
      )}
      {link.state === 'joining' && <p class="banner banner-warn">{banner.joining}</p>}
      {day?.state !== 'open' && link.state === 'live' && <p class="banner banner-warn">{banner.dayClosed}</p>}
      {isChanged && (
        <p class="banner banner-warn" role="status">
          <strong>{banner.changed(common.tracks[view.counter.track])}</strong>{' '}
          {banner.changedQueues([...new Set(view.queues.map(({ agencyId }) => agencyName(agencyId)))].join(', '))}
          <button type="button" class="banner-read" onClick={onRead}>
            {banner.read}
          </button>
        </p>
      )}
      {view.pauses.map(({ id, agencyId, reason, until }) => (
        <p key={id} class="banner banner-warn">
          <strong>
            {agencyId === null
              ? banner.pauseMall(pauseReasons[reason])
              : banner.pauseAgency(agencyName(agencyId), pauseReasons[reason])}
          </strong>
          {until !== null && ` ${banner.until(timeText(locale, until))}`}
        </p>
      ))}
    </div>
  );
}
