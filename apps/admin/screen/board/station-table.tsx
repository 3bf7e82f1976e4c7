import { ScrollBox } from '@antrean/ui';
import { useState } from 'preact/hooks';
import { type Scene, zoneName } from './scene.ts';
import type { StationRow } from './stations.ts';
import './station-table.css';
import { ageText } from './telling.ts';

/** Every station as the server last heard it; those that have never told of themselves are in the way until asked for. */
export function StationTable({ rows, scene }: { readonly rows: readonly StationRow[]; readonly scene: Scene }) {
  const [showQuiet, setShowQuiet] = useState(false);
  const { words } = scene.locale;
  const said = words.board.stations;
  const shown = showQuiet ? rows : rows.filter(({ state }) => state !== 'never');
  return (
    <div class="pane">
      <div class="pane-head">
        <h2>{said.title}</h2>
        <label class="filter-quiet">
          <input type="checkbox" checked={showQuiet} onChange={(event) => setShowQuiet(event.currentTarget.checked)} />
          {said.showQuiet}
        </label>
      </div>
      <ScrollBox class="pane-scroll" label={said.title}>
        <table class="station-table">
          <thead>
            <tr>
              {(
                [
                  said.name,
                  said.role,
                  said.state,
                  said.seen,
                  said.voice,
                  said.printer,
                  said.reserve,
                  said.version,
                ] as const
              ).map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.deviceId} row={row} scene={scene} />
            ))}
          </tbody>
        </table>
        {shown.length < rows.length && <p class="pane-note">{said.quiet(rows.length - shown.length)}</p>}
      </ScrollBox>
    </div>
  );
}

function Row({ row, scene }: { readonly row: StationRow; readonly scene: Scene }) {
  const { words } = scene.locale;
  const said = words.board.stations;
  const { report, seenAt } = row;
  const printer = report?.printer;
  return (
    <tr class={`station-${row.state}`}>
      <th scope="row">{row.name}</th>
      <td>{said.roles[row.role]}</td>
      <td class="state">{said.states[row.state]}</td>
      <td>{seenAt === null ? said.never : said.ago(ageText(words, scene.at - seenAt))}</td>
      <td>
        <Voice row={row} scene={scene} />
      </td>
      <td>
        {printer ? said.printers[printer.state] : said.noPrinter}
        {printer?.slipsLeft != null && <small>{said.slipsLeft(printer.slipsLeft)}</small>}
      </td>
      <td>
        {report?.journal ? said.reserveLeft(report.journal.freeNumbers) : ''}
        {report?.journal && report.journal.unreported > 0 && (
          <small>{said.unreported(report.journal.unreported)}</small>
        )}
      </td>
      <td>{report?.version}</td>
    </tr>
  );
}

function Voice({ row: { voice }, scene }: { readonly row: StationRow; readonly scene: Scene }) {
  const said = scene.locale.words.board.stations;
  if (!voice) return <>{said.noVoice}</>;
  const { sound, volume, speaksIn } = voice;
  const zones = speaksIn.map((zoneId) => zoneName(scene, zoneId)).join(', ');
  return (
    <>
      <span class={`voice-${sound}`}>{speaksIn.length > 0 ? said.voices.speaks : said.voices[sound]}</span>
      {sound === 'ready' && <small>{[zones, said.volume(volume)].filter(Boolean).join(' · ')}</small>}
    </>
  );
}
