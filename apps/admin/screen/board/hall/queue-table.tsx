import type { BoardQueue, Light, Track } from '@antrean/domain';
import { type BoardWords, ScrollBox, TrackBadge } from '@antrean/ui';
import { memo } from 'preact/compat';
import type { OnAsk } from '../acts/asked.ts';
import type { Turns } from '../in-turn.ts';
import { type ScenePlace, untilText } from '../scene.ts';
import { spanText } from '../telling.ts';
import { LightSign } from './light-sign.tsx';
import type { Parts, QueueSort } from './rows.ts';
import { SortHeading } from './sort-heading.tsx';
import { type DrawRows, ZonePiece } from './zone-piece.tsx';

type QueueTableProps = {
  readonly queues: Parts<BoardQueue>;
  readonly place: ScenePlace;
  readonly turns: Turns;
  readonly sort: QueueSort;
  readonly onSort: (sort: QueueSort) => void;
  readonly onAsk: OnAsk;
};

/** Every queue with visitors or an open counter. */
export function QueueTable({ queues, place, turns, sort, onSort, onAsk }: QueueTableProps) {
  const { words } = place.locale;
  const said = words.board.queues;
  const heading = { sort, words, onSort };
  return (
    <div class="pane">
      <h2 class="visually-hidden">{said.title}</h2>
      <ScrollBox class="pane-scroll" label={said.title}>
        <table class="hall-table queue-table">
          <thead>
            <tr>
              <SortHeading {...heading} label={said.title} by="place" />
              <SortHeading {...heading} label={said.waiting} by="waiting" isFigure />
              <SortHeading {...heading} label={said.longest} by="longest" isFigure />
              <th scope="col" class="figure-cell">
                {said.estimate}
              </th>
              <th scope="col" class="figure-cell">
                {said.counters}
              </th>
              <SortHeading {...heading} label={said.light} by="light" />
            </tr>
          </thead>
          {queues.pieces.map((piece) => (
            <ZonePiece key={piece.key} {...{ piece, turns, place, onAsk, draw }} />
          ))}
        </table>
        {queues.pieces.length === 0 && <p class="pane-note">{said.none}</p>}
        {queues.hidden > 0 && <p class="pane-note">{said.quiet(queues.hidden)}</p>}
      </ScrollBox>
    </div>
  );
}

const draw: DrawRows<BoardQueue> = (rows, place, onAsk) => {
  const { words } = place.locale;
  return rows.map((row, i) => (
    <QueueRow
      key={row.queue.id}
      isFirst={rows[i - 1]?.queue.agencyId !== row.queue.agencyId}
      agencyId={row.queue.agencyId}
      name={row.agency?.shortName ?? row.queue.prefix}
      track={row.queue.track}
      waiting={row.waiting}
      longest={row.longestWaitMinutes}
      from={row.estimate?.[0]}
      to={row.estimate?.[1]}
      openCounters={row.openCounters}
      light={row.light}
      pause={row.pause && pauseText(place, row.pause)}
      words={words}
      onAsk={onAsk}
    />
  ));
};

function pauseText(place: ScenePlace, { reason, until }: NonNullable<BoardQueue['pause']>): string {
  const { words } = place.locale;
  return words.board.queues.paused(words.display.pauseReasons[reason], untilText(place, until));
}

type QueueRowProps = {
  /** The first of its agency, whose name is the way to what can be done about it. */
  readonly isFirst: boolean;
  readonly agencyId: string;
  readonly name: string;
  readonly track: Track;
  readonly waiting: number;
  readonly longest: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly openCounters: number;
  readonly light: Light;
  readonly pause: string | null;
  readonly words: BoardWords;
  readonly onAsk: OnAsk;
};

// Plain values only, so that a row whose figures are the same is not drawn again.
const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { isFirst, agencyId, name, track, waiting, longest, from, to, openCounters, light, pause, words, onAsk } =
    props;
  const said = words.board.queues;
  return (
    <tr class={`queue-row queue-${light}`}>
      <th scope="row">
        <span class="row-name">
          {isFirst ? (
            <button
              type="button"
              class="row-act"
              aria-label={`${name} ${words.common.tracks[track]}: ${said.agencyActs(name)}`}
              onClick={() => onAsk({ kind: 'agency', agencyId })}
            >
              {name}
            </button>
          ) : (
            <span class="row-same">{name}</span>
          )}
          <TrackBadge track={track} words={words} />
        </span>
        {pause && isFirst && <small class="row-pause">{pause}</small>}
      </th>
      <td class="figure-cell number row-waiting">{waiting}</td>
      <td class="figure-cell">{waiting > 0 ? spanText(words, longest) : ''}</td>
      <td class="figure-cell">
        {from === undefined || to === undefined ? said.noEstimate : words.common.minutes(from, to)}
      </td>
      <td class={openCounters === 0 && waiting > 0 ? 'figure-cell number row-nobody' : 'figure-cell number'}>
        {openCounters}
      </td>
      <td>
        <LightSign light={light} hasCounter={openCounters > 0} isPaused={pause !== null} words={words} />
      </td>
    </tr>
  );
});
