import { agenciesAt } from '@antrean/domain';
import { Dialog, TrackBadge } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import { agencyName, counterName, pauseOf, type Scene } from '../scene.ts';
import { nameOf } from '../telling.ts';
import type { Asked, OnAsk } from './asked.ts';
import '../../menu.css';
import './act-dialog.css';

type MenuProps = { readonly scene: Scene; readonly onAsk: OnAsk; readonly onClose: () => void };

/** What can be done about one counter. */
export function CounterMenu({ scene, counterId, onAsk, onClose }: MenuProps & { readonly counterId: string }) {
  const { acts } = scene.locale.words;
  const here = scene.view.counters.find(({ place }) => place.id === counterId);
  if (!here) return null;
  const { counter, place } = here;
  const agencies = agenciesAt(place, counter).map((id) => agencyName(scene, id));
  return (
    <Menu
      scene={scene}
      title={acts.counter.title(counterName(scene, counterId))}
      about={
        <>
          <TrackBadge track={counter.track} words={scene.locale.words} /> {agencies.join(', ')}
        </>
      }
      items={[
        [{ kind: 'track', counterId, track: null }, acts.counter.track, acts.counter.trackHelp],
        [{ kind: 'assign', counterId, also: null }, acts.counter.assign, acts.counter.assignHelp],
        [
          { kind: 'handOver', counterId },
          counter.state === 'closed' ? acts.counter.handOverClosed : acts.counter.handOver,
          acts.counter.handOverHelp,
        ],
        // There is nothing to free where nobody sits.
        ...(counter.state === 'closed'
          ? []
          : [[{ kind: 'release', counterId }, acts.counter.release, acts.counter.releaseHelp] as const]),
      ]}
      {...{ onAsk, onClose }}
    />
  );
}

/** What can be done about one agency. */
export function AgencyMenu({ scene, agencyId, onAsk, onClose }: MenuProps & { readonly agencyId: string }) {
  const { acts } = scene.locale.words;
  const agency = scene.catalogue.agencies.find(({ id }) => id === agencyId);
  const pause = pauseOf(scene, agencyId);
  if (!agency) return null;
  return (
    <Menu
      scene={scene}
      title={acts.agency.title(agency.shortName)}
      about={nameOf(scene.locale.language, agency)}
      items={[
        ...(pause
          ? [[{ kind: 'resume', pauseId: pause.id }, acts.agency.resume, acts.agency.resumeHelp] as const]
          : [
              [{ kind: 'pause', agencyId }, acts.agency.pause, acts.agency.pauseHelp] as const,
              [{ kind: 'down', agencyId }, acts.agency.systemDown, acts.agency.systemDownHelp] as const,
            ]),
        [{ kind: 'quota', agencyId }, acts.agency.quota, acts.agency.quotaHelp],
      ]}
      {...{ onAsk, onClose }}
    />
  );
}

type MenuBoxProps = MenuProps & {
  readonly title: string;
  readonly about: ComponentChildren;
  readonly items: readonly (readonly [Asked, string, string])[];
};

function Menu({ scene, title, about, items, onAsk, onClose }: MenuBoxProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{about}</p>
      <ul class="menu">
        {items.map(([asked, label, help]) => (
          <li key={asked.kind}>
            <button type="button" class="menu-item" onClick={() => onAsk(asked)}>
              <strong>{label}</strong>
              <span>{help}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-end">
        <button type="button" class="press press-quiet" onClick={onClose}>
          {scene.locale.words.common.back}
        </button>
      </div>
    </Dialog>
  );
}
