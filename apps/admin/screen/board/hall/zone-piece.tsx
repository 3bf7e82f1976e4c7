import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OnAsk } from '../acts/asked.ts';
import { type Turns, useInTurn } from '../in-turn.ts';
import { type ScenePlace, zoneName } from '../scene.ts';
import type { Piece } from './rows.ts';

/** What a table does with the rows of one zone; a function of its own module, so that it is the same at every drawing. */
export type DrawRows<Row> = (rows: readonly Row[], place: ScenePlace, onAsk: OnAsk) => ComponentChildren;

type ZonePieceProps<Row> = {
  readonly piece: Piece<Row>;
  readonly turns: Turns;
  readonly place: ScenePlace;
  readonly onAsk: OnAsk;
  readonly draw: DrawRows<Row>;
};

/** The rows of one zone under its name, drawn anew only in their turn and only when they have changed. */
export function ZonePiece<Row>({ piece, turns, place, onAsk, draw }: ZonePieceProps<Row>) {
  const { zoneId, rows } = useInTurn(turns, piece);
  return useMemo(
    () => (
      <tbody>
        {zoneId !== null && (
          <tr class="zone-row">
            <th scope="rowgroup" colSpan={6}>
              {zoneName(place, zoneId)}
            </th>
          </tr>
        )}
        {draw(rows, place, onAsk)}
      </tbody>
    ),
    [zoneId, rows, place, onAsk, draw],
  );
}
