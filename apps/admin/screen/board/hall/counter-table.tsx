import { agenciesAt, type BoardCounter, type Track } from '@antrean/domain';
import { type BoardWords, ScrollBox, TrackBadge } from '@antrean/ui';
import { memo } from 'preact/compat';
import type { OnAsk } from '../acts/asked.ts';
import type { Turns } from '../in-turn.ts';
import { agencyName, officerName, type ScenePlace } from '../scene.ts';
import { spanText } from '../telling.ts';
import type { CounterSort, Parts } from './rows.ts';
import { SortHeading } from './sort-heading.tsx';
import { type DrawRows, ZonePiece } from './zone-piece.tsx';

type CounterTableProps = {
  readonly counters: Parts<BoardCounter>;
  readonly place: ScenePlace;
  readonly turns: Turns;
  readonly sort: CounterSort;
  readonly onSort: (sort: CounterSort) => void;
  readonly onAsk: OnAsk;
};

/** Every counter that is not closed, with whoever sits there. */
export function CounterTable({ counters, place, turns, sort, onSort, onAsk }: CounterTableProps) {
  const { words } = place.locale;
  const said = words.board.counters;
  const heading = { sort, words, onSort };
  return (
    <div class="pane">
      <h2 class="visually-hidden">{said.title}</h2>
      <ScrollBox class="pane-scroll" label={said.title}>
        <table class="hall-table counter-table">
          <thead>
            <tr>
              <SortHeading {...heading} label={said.counter} by="place" />
              <th scope="col">{said.serves}</th>
              <SortHeading {...heading} label={said.state} by="state" />
              <th scope="col">{said.number}</th>
              <SortHeading {...heading} label={said.since} by="since" isFigure />
              <th scope="col">{said.officer}</th>
            </tr>
          </thead>
          {counters.pieces.map((piece) => (
            <ZonePiece key={piece.key} {...{ piece, turns, place, onAsk, draw }} />
          ))}
        </table>
        {counters.pieces.length === 0 && <p class="pane-note">{said.none}</p>}
        {counters.hidden > 0 && <p class="pane-note">{said.quiet(counters.hidden)}</p>}
      </ScrollBox>
    </div>
  );
}

const draw: DrawRows<BoardCounter> = (rows, place, onAsk) => {
  const { words } = place.locale;
  return rows.map((row) => (
    <CounterRow
      key={row.place.id}
      counterId={row.place.id}
      name={row.place.name}
      agencies={agencyNames(place, row)}
      isMoved={row.counter.agencyIds !== null || row.counter.track !== row.place.track}
      track={row.counter.track}
      state={stateOf(row)}
      reason={row.counter.state === 'paused' ? words.display.pauseReasons[row.counter.reason] : null}
      number={row.ticket?.visit.number ?? null}
      since={row.sinceMinutes}
      officer={officerName(place, row.counter)}
      words={words}
      onAsk={onAsk}
    />
  ));
};

type State = 'closed' | 'idle' | 'called' | 'serving' | 'paused';

function stateOf({ counter, ticket }: BoardCounter): State {
  if (counter.state !== 'open') return counter.state;
  if (ticket?.ticket.state === 'serving') return 'serving';
  return ticket ? 'called' : 'idle';
}

function agencyNames(scene: ScenePlace, { place, counter }: BoardCounter): string {
  return agenciesAt(place, counter)
    .map((id) => agencyName(scene, id))
    .join(', ');
}

type CounterRowProps = {
  readonly counterId: string;
  readonly name: string;
  readonly agencies: string;
  readonly isMoved: boolean;
  readonly track: Track;
  readonly state: State;
  readonly reason: string | null;
  readonly number: string | null;
  readonly since: number;
  readonly officer: string;
  readonly words: BoardWords;
  readonly onAsk: OnAsk;
};

const CounterRow = memo(function CounterRow(props: CounterRowProps) {
  const { counterId, name, agencies, isMoved, track, state, reason, number, since, officer, words, onAsk } = props;
  const said = words.board.counters;
  return (
    <tr class={`counter-row counter-${state}`}>
      <th scope="row">
        <button
          type="button"
          class="row-act number"
          aria-label={said.acts(name)}
          onClick={() => onAsk({ kind: 'counter', counterId })}
        >
          {name}
        </button>
      </th>
      <td>
        <span class="row-name">
          <span class="row-agencies" title={agencies}>
            {agencies}
          </span>
          <TrackBadge track={track} words={words} />
        </span>
        {isMoved && <small class="row-moved">{said.moved}</small>}
      </td>
      <td class="state">
        {said.states[state]}
        {reason && <small class="row-pause">{reason}</small>}
      </td>
      <td class="number">{number}</td>
      <td class="figure-cell">{spanText(words, since)}</td>
      <td>
        <span class="row-officer" title={officer}>
          {officer}
        </span>
      </td>
    </tr>
  );
});
