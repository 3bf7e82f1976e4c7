import { agenciesAt, queuesAt } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { agencyName, counterName } from '../scene.ts';
import { nameOf } from '../telling.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import { orphanWarning } from './orphans.ts';

type AssignDialogProps = ActProps & { readonly counterId: string; readonly also: string | null };

/** The agencies that a counter serves until the end of today. */
export function AssignDialog(props: AssignDialogProps) {
  const { scene, counterId, also } = props;
  const { catalogue, hall } = scene;
  const here = scene.view.counters.find(({ place }) => place.id === counterId);
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    if (!here) return [];
    const now = agenciesAt(here.place, here.counter);
    return also === null || now.includes(also) ? now : [...now, also];
  });
  if (!here) return null;
  const { acts } = scene.locale.words;
  const { place } = here;
  const name = counterName(scene, counterId);
  const usual = sameOnes(chosen, place.agencyIds);
  const names = chosen.map((id) => agencyName(scene, id)).join(', ');
  const next = queuesAt(catalogue, place, { track: here.counter.track, agencyIds: chosen });
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  return (
    <ActDialog
      {...props}
      isWide
      title={acts.assign.title(name)}
      act={chosen.length > 0 ? { kind: 'assign', counterId, agencyIds: usual ? null : chosen } : null}
      consequence={chosen.length > 0 ? acts.assign.consequence(name, names) : acts.assign.nothing}
      warning={orphanWarning(scene, here, next)}
      confirm={acts.assign.confirm}
    >
      <fieldset class="choices choices-many">
        <legend>{acts.assign.choose}</legend>
        {catalogue.agencies.map((agency) => (
          <label key={agency.id} class="choice" title={nameOf(scene.locale.language, agency)}>
            <input type="checkbox" checked={chosen.includes(agency.id)} onChange={() => toggle(agency.id)} />
            <span>{agency.shortName}</span>
          </label>
        ))}
      </fieldset>
      {!usual && hall.counters[counterId] && (
        <p>
          <button type="button" class="press press-quiet" onClick={() => setChosen(place.agencyIds)}>
            {acts.assign.asUsual}
          </button>
        </p>
      )}
    </ActDialog>
  );
}

function sameOnes(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
