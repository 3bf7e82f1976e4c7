import { type PauseReason, pauseReasons } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { scopeName, untilText, waitingOf } from '../scene.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import { Choices } from './choices.tsx';
import { type Until, UntilField, untilMoment } from './until-field.tsx';

/** Pauses an agency, or the mall for null. A system that is down has a question of its own, because its minutes are counted. */
export function PauseDialog(props: ActProps & { readonly agencyId: string | null }) {
  const { scene, agencyId } = props;
  const { words } = scene.locale;
  const [reason, setReason] = useState<PauseReason>('meal');
  const [until, setUntil] = useState<Until>({ kind: '30', time: '' });
  const moment = untilMoment(until, scene);
  const scope = scopeName(scene, agencyId);
  const isChosen = typeof moment !== 'string';
  return (
    <ActDialog
      {...props}
      title={words.acts.pause.title(scope)}
      act={isChosen ? { kind: 'pause', agencyId, reason, until: moment } : null}
      consequence={
        isChosen
          ? words.acts.pause.consequence(scope, untilText(scene, moment), waitingOf(scene, agencyId))
          : words.acts[moment === 'past' ? 'clockPast' : 'clockMissing']
      }
      confirm={words.acts.pause.confirm}
    >
      <Choices
        legend={words.acts.reason}
        options={pauseReasons
          .filter((value) => agencyId === null || value !== 'systemDown')
          .map((value) => ({ value, label: words.counter.pauseReasons[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <UntilField {...{ until, scene }} onChange={setUntil} />
    </ActDialog>
  );
}

/** Declares an agency's own system down: its visitors keep their places, and everybody is told. */
export function DownDialog(props: ActProps & { readonly agencyId: string }) {
  const { scene, agencyId } = props;
  const { words } = scene.locale;
  const [until, setUntil] = useState<Until>({ kind: 'open', time: '' });
  const moment = untilMoment(until, scene);
  const agency = scopeName(scene, agencyId);
  const isChosen = typeof moment !== 'string';
  return (
    <ActDialog
      {...props}
      title={words.acts.down.title(agency)}
      act={isChosen ? { kind: 'pause', agencyId, reason: 'systemDown', until: moment } : null}
      consequence={
        isChosen
          ? words.acts.down.consequence(agency, untilText(scene, moment), waitingOf(scene, agencyId))
          : words.acts[moment === 'past' ? 'clockPast' : 'clockMissing']
      }
      confirm={words.acts.down.confirm}
    >
      <UntilField {...{ until, scene }} onChange={setUntil} />
    </ActDialog>
  );
}
