import { queuesAt, type Track, type TrackReason, trackReasons, tracks } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import { useState } from 'preact/hooks';
import { counterName, queueName } from '../scene.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import { Choices } from './choices.tsx';
import { orphanWarning } from './orphans.ts';

type TrackDialogProps = ActProps & { readonly counterId: string; readonly track: Track | null };

/** The other tracks that a counter can work today, and what that means for the queues of both. */
export function TrackDialog(props: TrackDialogProps) {
  const { scene, counterId } = props;
  const { words } = scene.locale;
  const here = scene.view.counters.find(({ place }) => place.id === counterId);
  const others = tracks.filter((track) => track !== here?.counter.track);
  const [track, setTrack] = useState<Track>(props.track ?? others[0] ?? 'quick');
  const [reason, setReason] = useState<TrackReason>('crowd');
  if (!here) return null;
  const { place, counter, ticket } = here;
  const queues = queuesAt(scene.catalogue, place, { ...counter, track });
  const name = counterName(scene, counterId);
  const said = words.acts.track;
  const consequence = () => {
    if (ticket) return said.busy(ticket.visit.number);
    if (queues.length === 0) return said.noQueue(words.common.tracks[track]);
    return said.consequence(
      name,
      words.common.tracks[track],
      queues.map((queue) => queueName(scene, queue)).join(', '),
    );
  };
  const isPossible = ticket === null && queues.length > 0;
  return (
    <ActDialog
      {...props}
      title={said.title(name)}
      act={isPossible ? { kind: 'track', counterId, track, reason } : null}
      consequence={consequence()}
      warning={isPossible ? orphanWarning(scene, here, queues) : undefined}
      confirm={said.confirm}
    >
      <Choices
        legend={said.to}
        options={others.map((value) => ({ value, label: <TrackBadge track={value} words={words} /> }))}
        chosen={track}
        onChoose={setTrack}
      />
      <Choices
        legend={words.acts.reason}
        options={trackReasons.map((value) => ({ value, label: said.reasons[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
    </ActDialog>
  );
}
