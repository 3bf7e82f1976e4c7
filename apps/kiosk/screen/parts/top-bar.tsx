import type { Scene, Walk } from '../scene.ts';
import { Icon } from './icon.tsx';
import { Languages } from './languages.tsx';
import './top-bar.css';

/** Above every inner page: the way back, and the language. */
export function TopBar({ scene, walk, isLocked = false }: { scene: Scene; walk: Walk; isLocked?: boolean }) {
  const { words } = scene;
  return (
    <div class="top-bar">
      <button
        type="button"
        class="button-quiet top-bar-back"
        onClick={() => walk({ kind: 'back' })}
        disabled={isLocked}
      >
        <Icon name="back" />
        {words.common.back}
      </button>
      <Languages scene={scene} walk={walk} />
    </div>
  );
}
