import type { BoardCounter, Queue } from '@antrean/domain';
import { queueName, type Scene } from '../scene.ts';

/** Warns when a counter that turns to `next` leaves behind a queue with visitors and no other open counter. */
export function orphanWarning(scene: Scene, leaving: BoardCounter, next: readonly Queue[]): string | undefined {
  if (leaving.counter.state !== 'open') return undefined;
  const kept = new Set(next.map(({ id }) => id));
  const lost = leaving.queues.filter(({ id }) => !kept.has(id));
  const left = scene.view.queues.find(
    ({ queue, waiting, openCounters }) => waiting > 0 && openCounters === 1 && lost.some(({ id }) => id === queue.id),
  );
  return left && scene.locale.words.acts.track.orphan(queueName(scene, left.queue), left.waiting);
}
