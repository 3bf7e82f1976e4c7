import { useMemo, useState } from 'preact/hooks';
import type { OnAsk } from '../acts/asked.ts';
import { openTurns } from '../in-turn.ts';
import type { Scene } from '../scene.ts';
import { nameOf } from '../telling.ts';
import { CounterTable } from './counter-table.tsx';
import './hall.css';
import { QueueTable } from './queue-table.tsx';
import { type CounterSort, counterParts, type Filters, type QueueSort, queueParts } from './rows.ts';

const everything: Filters = { search: '', zoneId: null, showQuiet: false };

/** Queues and counters side by side, narrowed by the same words. */
export function HallTab({ scene, onAsk }: { readonly scene: Scene; readonly onAsk: OnAsk }) {
  const [filters, setFilters] = useState(everything);
  const [queueSort, setQueueSort] = useState<QueueSort>('place');
  const [counterSort, setCounterSort] = useState<CounterSort>('place');
  const { view, catalogue, locale, officers } = scene;
  const turns = useMemo(openTurns, []);
  const place = useMemo(() => ({ catalogue, locale, officers }), [catalogue, locale, officers]);
  const queues = useMemo(() => queueParts(view, catalogue, filters, queueSort), [view, catalogue, filters, queueSort]);
  const counters = useMemo(
    () => counterParts(view, catalogue, filters, counterSort),
    [view, catalogue, filters, counterSort],
  );
  return (
    <div class="hall-tab">
      <FilterBar filters={filters} scene={scene} onFilter={setFilters} />
      <div class="panes">
        <QueueTable {...{ queues, place, turns, onAsk }} sort={queueSort} onSort={setQueueSort} />
        <CounterTable {...{ counters, place, turns, onAsk }} sort={counterSort} onSort={setCounterSort} />
      </div>
    </div>
  );
}

type FilterBarProps = {
  readonly filters: Filters;
  readonly scene: Scene;
  readonly onFilter: (filters: Filters) => void;
};

function FilterBar({ filters, scene, onFilter }: FilterBarProps) {
  const { language, words } = scene.locale;
  const said = words.board.filters;
  return (
    <search class="filters" aria-label={said.label}>
      <input
        type="search"
        class="field filter-search"
        aria-label={said.search}
        placeholder={said.search}
        value={filters.search}
        onInput={(event) => onFilter({ ...filters, search: event.currentTarget.value })}
      />
      <select
        class="field"
        aria-label={said.zone}
        value={filters.zoneId ?? ''}
        onChange={(event) => onFilter({ ...filters, zoneId: event.currentTarget.value || null })}
      >
        <option value="">{said.allZones}</option>
        {scene.catalogue.zones.map((zone) => (
          <option key={zone.id} value={zone.id}>
            {nameOf(language, zone)}
          </option>
        ))}
      </select>
      <label class="filter-quiet">
        <input
          type="checkbox"
          checked={filters.showQuiet}
          onChange={(event) => onFilter({ ...filters, showQuiet: event.currentTarget.checked })}
        />
        {said.showQuiet}
      </label>
    </search>
  );
}
