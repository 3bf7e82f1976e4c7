import type { Scene, Walk } from '../scene.ts';
import { Icon } from './icon.tsx';
import { Returns } from './returns.tsx';

/** The end of a visit without a number: one step back, or done; and when the screen returns by itself. `isBusy` hides the ways out. */
export function EndFoot(props: { scene: Scene; walk: Walk; seconds: number | null; isBusy?: boolean }) {
  const { scene, walk, seconds, isBusy = false } = props;
  const { words } = scene;
  const { done } = words.kiosk;
  return (
    <footer class="page-foot">
      {isBusy ? null : (
        <div class="page-buttons">
          <button type="button" class="button-quiet" onClick={() => walk({ kind: 'back' })}>
            <Icon name="back" />
            {words.common.back}
          </button>
          <button type="button" class="button-main" onClick={() => walk({ kind: 'leave' })}>
            {done.leave}
          </button>
        </div>
      )}
      <Returns says={seconds === null ? null : done.returns(seconds)} words={words} />
    </footer>
  );
}
