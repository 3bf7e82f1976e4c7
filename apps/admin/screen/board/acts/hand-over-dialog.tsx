import { agenciesAt, type BoardCounter, type BoardQueue, type CloseReason } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { agencyName, counterName, queueName, type Scene } from '../scene.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import type { Act } from './acts.ts';
import { Choices } from './choices.tsx';
import { CloseReasons } from './close-reasons.tsx';
import { onlyAt, type Taker, takersFor } from './takers.ts';

/** Closes a counter, and says who goes on calling for the queues that only it has served. */
export function HandOverDialog(props: ActProps & { readonly counterId: string }) {
  const { scene, counterId } = props;
  const here = scene.view.counters.find(({ place }) => place.id === counterId);
  const takers = here ? takersFor(scene.view, here) : [];
  const [chosen, setChosen] = useState(takers[0]?.here.place.id ?? '');
  const [reason, setReason] = useState<CloseReason>('staff');
  if (!here) return null;
  const { handOver } = scene.locale.words.acts;
  const lines = onlyAt(scene.view, here);
  const taker = takers.find((one) => one.here.place.id === chosen) ?? takers[0];
  const isClosing = here.counter.state !== 'closed';
  const name = counterName(scene, counterId);
  const { act, consequence } = whatHappens(scene, here, lines, taker, reason);
  return (
    <ActDialog
      {...props}
      title={isClosing ? handOver.title(name) : handOver.titleClosed(name)}
      act={act}
      consequence={consequence}
      warning={
        lines.length > 0 && taker?.here.counter.state === 'closed'
          ? handOver.takerClosed(taker.here.place.name)
          : undefined
      }
      confirm={isClosing ? (act?.kind === 'handOver' ? handOver.confirm : handOver.confirmClose) : handOver.confirmMove}
      isDangerous={isClosing}
    >
      {lines.length > 0 && (
        <div>
          <p class="hand-over-head">{handOver.only}</p>
          <ul class="hand-over-lines">
            {lines.map((line) => (
              <li key={line.queue.id}>
                <span>{queueName(scene, line.queue)}</span> <strong>{handOver.waiting(line.waiting)}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
      {lines.length > 0 && taker && (
        <Choices
          legend={handOver.to}
          options={takers.map((one) => ({ value: one.here.place.id, label: <TakerLabel scene={scene} taker={one} /> }))}
          chosen={taker.here.place.id}
          onChoose={setChosen}
        />
      )}
      {isClosing && <CloseReasons scene={scene} chosen={reason} onChoose={setReason} />}
    </ActDialog>
  );
}

function TakerLabel({ scene, taker: { here, leaves } }: { readonly scene: Scene; readonly taker: Taker }) {
  const { handOver } = scene.locale.words.acts;
  const { place, counter } = here;
  const agencies = agenciesAt(place, counter).map((id) => agencyName(scene, id));
  return (
    <span class="taker">
      <strong class="number">{place.name}</strong>
      <span>{agencies.join(', ')}</span>
      <span class="taker-state">{counter.state === 'closed' ? handOver.closed : handOver.leaves(leaves)}</span>
    </span>
  );
}

type What = { readonly act: Act | null; readonly consequence: string };

function whatHappens(
  scene: Scene,
  here: BoardCounter,
  lines: readonly BoardQueue[],
  taker: Taker | undefined,
  reason: CloseReason,
): What {
  const { handOver } = scene.locale.words.acts;
  const { place, counter, ticket } = here;
  const number = ticket?.visit.number ?? null;
  const isClosing = counter.state !== 'closed';
  const released = number === null ? [] : [handOver.released(number)];
  if (lines.length === 0 && !isClosing) return { act: null, consequence: handOver.nothing };
  if (lines.length === 0)
    return {
      act: { kind: 'release', counterId: place.id, number, reason },
      consequence: [handOver.onlyClose(place.name), ...released].join(' '),
    };
  if (!taker) return { act: null, consequence: handOver.noTaker };
  const agencyIds = [...new Set(lines.map(({ queue }) => queue.agencyId))];
  const names = agencyIds.map((id) => agencyName(scene, id)).join(', ');
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0);
  return {
    act: {
      kind: 'handOver',
      counterId: place.id,
      toCounterId: taker.here.place.id,
      agencyIds,
      number,
      isClosing,
      reason,
    },
    consequence: [
      ...(isClosing ? [handOver.closes(place.name)] : []),
      handOver.takes(taker.here.place.name, names, waiting),
      ...released,
    ].join(' '),
  };
}
