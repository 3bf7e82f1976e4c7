import { type BoardCounter, leftAlone, type Queue } from '@antrean/domain';
import { queueName, type Scene } from '../scene.ts';

/** Warns of queues with visitors that lose their last open counter when this one turns to `next`; `isReleased`: its visitor waits again (rule C12). */
export function orphanWarning(
  scene: Scene,
  { place }: BoardCounter,
  next: readonly Queue[],
  isReleased = false,
): string | undefined {
  const { acts } = scene.locale.words;
  const lines = leftAlone(scene.hall, scene.catalogue, { counterId: place.id, next, isReleased });
  if (lines.length === 0) return undefined;
  return acts.leftAlone(
    lines.map(({ queue }) => queueName(scene, queue)).join(', '),
    lines.reduce((sum, { waiting }) => sum + waiting, 0),
  );
}
