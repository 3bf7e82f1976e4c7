import { useLayoutEffect } from 'preact/hooks';
import { agencyIn, offerIn, type Scene, type Walk } from './scene.ts';
import { isBusy, type Path, type Step } from './steps.ts';

/** Leads back to the start when a newer catalogue no longer has what stands on the screen, and takes out of the basket what is gone. */
export function useGone({ step, basket }: Path, scene: Scene, walk: Walk): void {
  const mustLeave = isGone(step, scene) && !isBusy(step);
  useLayoutEffect(() => {
    if (mustLeave) walk({ kind: 'home' });
  }, [mustLeave]);
  const gone = basket.filter((id) => !offerIn(scene.view, id));
  useLayoutEffect(() => {
    for (const serviceId of gone) walk({ kind: 'removed', serviceId });
  }, [gone.join()]);
}

/** Whether the mall no longer has the agency or service of a step. */
export function isGone(step: Step, { view }: Pick<Scene, 'view'>): boolean {
  switch (step.at) {
    case 'agency':
      return !agencyIn(view, step.agencyId);
    case 'service':
    case 'direct':
    case 'list':
      return !offerIn(view, step.serviceId);
    default:
      return false;
  }
}
