import type { Catalogue, CounterView } from '@antrean/domain';
import { Freshness, LanguageSwitch, TrackBadge } from '@antrean/ui';
import { deskKeys } from '../shortcuts.ts';
import { timeText } from '../telling.ts';
import type { DeskProps } from './desk.tsx';
import './desk-header.css';

/** Which counter this is, how it stands, who works it, and how fresh the picture is. */
export function DeskHeader(props: DeskProps) {
  const { view, catalogue, officer, link, stationNow, now, shortcutsOn, locale } = props;
  const { counter, place } = view;
  const { words } = locale;
  const { header } = words.counter;
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
      <div class="desk-header-fact desk-header-officer">
        <strong>
          <span class="visually-hidden">{header.officer}: </span>
          {officer}
        </strong>
        <button
          type="button"
          class="desk-header-out"
          aria-keyshortcuts={shortcutsOn ? deskKeys.signOut : undefined}
          onClick={props.onSignOut}
        >
          <span class="desk-header-leave">{header.signOut}</span>
          {shortcutsOn && (
            <span class="desk-header-key" aria-hidden="true">
              {deskKeys.signOut}
            </span>
          )}
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
