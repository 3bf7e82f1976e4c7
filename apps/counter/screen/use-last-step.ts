import type { Station } from '@antrean/client';
import { useEffect, useState } from 'preact/hooks';
import { type Held, type LastStep, lastStepAfter, lastStepTold } from './last-step.ts';
import type { Choice } from './orders.ts';

/** The officer's last step, and how to tell of a choice that took effect. */
export type KnownLastStep = readonly [LastStep | null, (choice: Choice, held: Held | null, at: number) => void];

/** Asks the server for the step when the page begins and whenever the link comes back: a reload must not swallow the way back. */
export function useLastStep(station: Station, counterId: string, isLive: boolean): KnownLastStep {
  const [lastStep, setLastStep] = useState<LastStep | null>(null);
  useEffect(() => {
    if (!isLive) return;
    let isOver = false;
    void station.undoable(counterId).then((answer) => {
      if (!isOver && answer.ok) setLastStep((known) => lastStepTold(known, answer.value));
    });
    return () => {
      isOver = true;
    };
  }, [station, counterId, isLive]);
  return [lastStep, (choice, held, at) => setLastStep((before) => lastStepAfter(before, choice, held, at))];
}
