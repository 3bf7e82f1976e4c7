import { Dialog, TrackBadge } from '@antrean/ui';
import { agencyName, queueName, type Scene } from '../scene.ts';
import type { Asked, OnAsk } from './asked.ts';
import { type Candidate, candidatesFor, closedFor } from './candidates.ts';
import '../../menu.css';
import './act-dialog.css';

type HelpDialogProps = {
  readonly scene: Scene;
  readonly queueId: string;
  readonly onAsk: OnAsk;
  readonly onClose: () => void;
};

/** Which counter could take on a queue that nobody serves, or that waits too long; each with what it would leave behind. */
export function HelpDialog({ scene, queueId, onAsk, onClose }: HelpDialogProps) {
  const { words } = scene.locale;
  const line = scene.view.queues.find(({ queue }) => queue.id === queueId);
  if (!line) return null;
  const { help } = words.acts;
  const candidates = candidatesFor(scene.view, line);
  const closed = closedFor(scene.view, line).map(({ place }) => place.name);
  const askFor = ({ here, by }: Candidate): Asked => {
    const counterId = here.place.id;
    return by === 'track'
      ? { kind: 'track', counterId, track: line.queue.track }
      : { kind: 'assign', counterId, also: line.queue.agencyId };
  };
  const whatHappens = ({ by }: Candidate) =>
    by === 'track'
      ? help.toTrack(words.common.tracks[line.queue.track])
      : help.toAgency(agencyName(scene, line.queue.agencyId));
  const howItIs = ({ here, leaves }: Candidate) => {
    if (here.counter.state === 'closed') return help.closed;
    return here.ticket ? help.busy : help.leaves(leaves);
  };
  return (
    <Dialog
      title={help.title(queueName(scene, line.queue))}
      help={candidates.length > 0 ? help.help(line.waiting) : help.none}
      onClose={onClose}
    >
      {closed.length > 0 && <p class="act-consequence help-closed">{help.ownClosed(closed.join(', '))}</p>}
      <ul class="menu">
        {candidates.map((candidate) => (
          <li key={candidate.here.place.id}>
            <button type="button" class="menu-item menu-counter" onClick={() => onAsk(askFor(candidate))}>
              <span class="number menu-number">{candidate.here.place.name}</span>
              <strong>{whatHappens(candidate)}</strong>
              <span>
                <TrackBadge track={candidate.here.counter.track} words={words} /> {howItIs(candidate)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-end">
        <button type="button" class="press press-quiet" onClick={onClose}>
          {words.common.back}
        </button>
      </div>
    </Dialog>
  );
}
