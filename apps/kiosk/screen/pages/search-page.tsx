import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { ScreenKeyboard } from '../parts/screen-keyboard.tsx';
import { ScrollList } from '../parts/scroll-list.tsx';
import { ServiceList } from '../parts/service-list.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { offerIn, type Scene, type Walk } from '../scene.ts';
import type { ServiceSearch } from '../search.ts';
import { useLateRows } from '../use-late-rows.ts';
import './search-page.css';

// What a visitor reads before typing on; the rest is better found by another letter.
const shown = 12;

type Props = { scene: Scene; query: string; search: ServiceSearch; walk: Walk };

export function SearchPage({ scene, query, search, walk }: Props) {
  const { words } = scene;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const type = (text: string) => walk({ kind: 'search', query: text });
  const typeOn = (text: string) => {
    type(text);
    field.current?.focus();
  };
  // Phones bring a keyboard of their own; on the kiosk a second one would cover ours.
  const [inputMode] = useState(() => (matchMedia('(max-width: 30rem)').matches ? 'search' : 'none'));
  return (
    <main class="page page-inner search">
      <TopBar scene={scene} walk={walk} />
      <header class="search-head">
        <h1 class="visually-hidden">{words.kiosk.search.title}</h1>
        <label class="search-field">
          <Icon name="search" />
          <span class="visually-hidden">{words.kiosk.search.label}</span>
          <input
            ref={field}
            type="text"
            inputMode={inputMode}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxLength={60}
            placeholder={words.kiosk.search.placeholder}
            value={query}
            onInput={(event) => type(event.currentTarget.value)}
          />
          {query === '' ? null : (
            <button type="button" class="search-clear" aria-label={words.kiosk.search.clear} onClick={() => typeOn('')}>
              <Icon name="close" />
            </button>
          )}
        </label>
      </header>
      <div class="search-answer">
        <Answer scene={scene} query={query} search={search} walk={walk} onExample={typeOn} />
      </div>
      <ScreenKeyboard words={words} onKey={(change) => type(change(query).slice(0, 60))} />
    </main>
  );
}

function Answer({ scene, query, search, walk, onExample }: Props & { onExample: (text: string) => void }) {
  const { view, words } = scene;
  const says = words.kiosk.search;
  const found = search(query).filter((id) => offerIn(view, id));
  const rows = useLateRows(found.slice(0, shown));
  if (query.trim() === '' || found.length === 0)
    return (
      <ScrollList of={query} more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <div class="search-help">
          {query.trim() === '' ? (
            <p class="search-hint">{says.hint}</p>
          ) : (
            <div class="search-nothing" role="status">
              <p class="search-nothing-title">{says.nothing}</p>
              <p>{says.nothingHint}</p>
            </div>
          )}
          <ul class="search-examples">
            {says.examples.map((example) => (
              <li key={example}>
                <button type="button" class="button-quiet" onClick={() => onExample(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
          {query.trim() === '' ? null : (
            <button type="button" class="button-quiet" onClick={() => walk({ kind: 'back' })}>
              <Icon name="home" />
              {says.allAgencies}
            </button>
          )}
        </div>
      </ScrollList>
    );
  return (
    <>
      <p class="search-count" role="status">
        {says.found(found.length)}
      </p>
      <ScrollList of={query} more={words.kiosk.agency.more} top={words.kiosk.agency.top}>
        <ServiceList
          offered={rows.flatMap((id) => offerIn(view, id) ?? [])}
          isMixed
          isMany={found.length >= shown}
          scene={scene}
          walk={walk}
        />
      </ScrollList>
    </>
  );
}
