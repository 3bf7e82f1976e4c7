import type { Catalogue, CounterView } from '@antrean/domain';
import { Freshness, LanguageSwitch, type LinkState, TrackBadge } from '@antrean/ui';
import { type Locale, type OnLanguage, timeText } from '../telling.ts';
import './desk-header.css';

type DeskHeaderProps = {
  readonly view: CounterView;
  readonly catalogue: Catalogue;
  readonly officer: string;
  readonly link: LinkState;
  readonly stationNow: number;
  readonly now: number;
  readonly locale: Locale;
  readonly onLanguage: OnLanguage;
  readonly onSignOut: () => void;
};

/** Which counter this is, how it stands, what the officer has done today, and how fresh the picture is. */
export function DeskHeader(props: DeskHeaderProps) {
  const { view, catalogue, officer, link, stationNow, now, locale } = props;
  const { counter, place, meanServiceMinutes: mean } = view;
  const { words } = locale;
  const { header } = words.counter;
  const number = new Intl.NumberFormat(locale.language, { maximumFractionDigits: 1 });
  return (
    <div class="desk-header">
      <div class="desk-header-place">
        <h1>{words.common.counter(place.name)}</h1>
        <div>
          <p class="desk-header-mall">{catalogue.site.name}</p>
          <p class="desk-header-agencies">
            <TrackBadge track={counter.track} words={words} />
            <Agencies view={view} catalogue={catalogue} more={header.more} />
          </p>
        </div>
      </div>
      <p class="desk-header-fact">
        <strong class={`desk-state desk-state-${counter.state}`}>{header.states[counter.state]}</strong>
        {counter.since > 0 && <span>{header.since(timeText(locale, counter.since))}</span>}
      </p>
      <p class="desk-header-fact">
        <strong>{header.served(counter.served)}</strong>
        <span>{mean === null ? header.today : header.mean(number.format(mean))}</span>
      </p>
      <div class="desk-header-fact desk-header-officer">
        <strong>
          <span class="visually-hidden">{header.officer}: </span>
          {officer}
        </strong>
        <button type="button" class="desk-header-out" onClick={props.onSignOut}>
          {header.signOut}
        </button>
      </div>
      <div class="desk-header-end">
        <span class="desk-header-clock number">{timeText(locale, now)}</span>
        <Freshness link={link} now={stationNow} words={words} />
        <LanguageSwitch
          language={locale.language}
          label={locale.words.counter.header.language}
          onChoose={props.onLanguage}
        />
      </div>
    </div>
  );
}

const shownAgencies = 3;

function Agencies({ view, catalogue, more }: { view: CounterView; catalogue: Catalogue; more: (n: number) => string }) {
  const agencies = catalogue.agencies.filter(({ id }) => view.queues.some((queue) => queue.agencyId === id));
  const rest = agencies.length - shownAgencies;
  return (
    <span title={agencies.map(({ name }) => name).join(', ')}>
      {agencies
        .slice(0, shownAgencies)
        .map(({ shortName }) => shortName)
        .join(', ')}
      {rest > 0 ? ` ${more(rest)}` : ` · ${view.queues.map(({ prefix }) => prefix).join(', ')}`}
    </span>
  );
}
