import type { Scene } from '../scene.ts';
import { wallMoment } from '../scene.ts';
import { Choices } from './choices.tsx';

export type UntilKind = '15' | '30' | '60' | 'clock' | 'open';
/** What has been chosen: so many minutes from now, a wall time `HH:MM`, or nobody knows. */
export type Until = { readonly kind: UntilKind; readonly time: string };

/** The moment that was chosen, null for an open end; or why there is none yet. */
export function untilMoment(until: Until, scene: Scene): number | null | 'missing' | 'past' {
  if (until.kind === 'open') return null;
  // Whole minutes, so that two looks at one form within a minute name the same moment.
  if (until.kind !== 'clock') return (Math.floor(scene.at / 60_000) + Number(until.kind)) * 60_000;
  if (until.time === '') return 'missing';
  const moment = wallMoment(scene, until.time);
  return moment > scene.at ? moment : 'past';
}

type UntilFieldProps = { readonly until: Until; readonly scene: Scene; readonly onChange: (until: Until) => void };

/** Until when: a few usual spans, a time of the clock, or not known. */
export function UntilField({ until, scene, onChange }: UntilFieldProps) {
  const { acts } = scene.locale.words;
  const spans = (['15', '30', '60'] as const).map((value) => ({ value, label: acts.minutes(Number(value)) }));
  return (
    <Choices
      legend={acts.until}
      options={[...spans, { value: 'clock', label: acts.clock }, { value: 'open', label: acts.openEnd }]}
      chosen={until.kind}
      onChoose={(kind: UntilKind) => onChange({ ...until, kind })}
    >
      {until.kind === 'clock' && (
        <input
          type="time"
          class="field choice-time"
          aria-label={acts.clock}
          value={until.time}
          onInput={(event) => onChange({ kind: 'clock', time: event.currentTarget.value })}
        />
      )}
    </Choices>
  );
}
