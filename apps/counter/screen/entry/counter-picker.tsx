import { type Catalogue, type Counter, type CounterPlace, type Hall, queuesAt } from '@antrean/domain';
import { LanguageSwitch, TrackBadge } from '@antrean/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale, OnLanguage } from '../telling.ts';
import './counter-picker.css';

type CounterPickerProps = {
  readonly catalogue: Catalogue;
  /** Null until the first answer; then the picker tells how each counter stands. */
  readonly hall: Hall | null;
  readonly offered: readonly { readonly counterId: string; readonly officer: string; readonly mayPick: boolean }[];
  readonly locale: Locale;
  readonly onPick: (counterId: string) => void;
  readonly onLanguage: OnLanguage;
};

/** The demonstration's counters, found by number, agency or track; a real device knows its own. */
export function CounterPicker(props: CounterPickerProps) {
  const { catalogue, hall, offered, locale, onPick } = props;
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const { words } = locale;
  const { picker, header } = words.counter;
  const found = offered.flatMap(({ counterId, officer, mayPick }) => {
    const place = catalogue.counters.find(({ id }) => id === counterId);
    return place && matches(place, catalogue, query, locale) ? [{ place, officer, mayPick }] : [];
  });
  return (
    <main class="picker">
      <div class="picker-head">
        <div>
          <p class="entry-mall">{catalogue.site.name}</p>
          <h1>{picker.title}</h1>
          <p class="entry-hint">{picker.hint}</p>
        </div>
        <LanguageSwitch
          language={locale.language}
          label={locale.words.counter.header.language}
          onChoose={props.onLanguage}
        />
      </div>
      <input
        ref={search}
        type="search"
        class="picker-search"
        aria-label={picker.search}
        placeholder={picker.search}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="picker-count" role="status">
        {found.length === 0 ? picker.none : picker.found(found.length)}
      </p>
      <ul class="picker-found">
        {found.map(({ place, officer, mayPick }) => {
          const counter = hall?.counters[place.id];
          const track = counter?.track ?? place.track;
          return (
            <li key={place.id}>
              <button type="button" onClick={() => onPick(place.id)}>
                <strong class="number">{place.name}</strong>
                <span class="picker-place">
                  <span>{agencyNames(place, catalogue, counter)}</span>
                  <small>{mayPick ? `${officer}, ${picker.mayPick}` : officer}</small>
                </span>
                <span class="picker-end">
                  <TrackBadge track={track} words={words} />
                  {counter && counter.state !== 'closed' && <small>{header.states[counter.state]}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </main>
  );
}

function agencyNames(place: CounterPlace, catalogue: Catalogue, counter: Counter | undefined): string {
  const ids = queuesAt(catalogue, place, counter).map(({ agencyId }) => agencyId);
  return catalogue.agencies
    .filter(({ id }) => ids.includes(id))
    .map(({ shortName }) => shortName)
    .join(', ');
}

function matches(place: CounterPlace, catalogue: Catalogue, query: string, locale: Locale): boolean {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const agencies = catalogue.agencies.filter(({ id }) => place.agencyIds.includes(id));
  const text = [
    place.name,
    locale.words.common.counter(place.name),
    locale.words.common.tracks[place.track],
    place.track,
    ...agencies.flatMap(({ name, nameEn, shortName }) => [name, nameEn, shortName]),
  ]
    .join(' ')
    .toLowerCase();
  // A number means the counter of that name: "3" is not also 13, 23 and 30.
  return wanted.every((word) => (/^\d+$/.test(word) ? place.name === word : text.includes(word)));
}
