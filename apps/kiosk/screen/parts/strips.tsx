import type { Live } from '@antrean/client';
import type { Scene } from '../scene.ts';
import './strips.css';

/** What is out of the ordinary for everybody, above every page and calmly. */
export function Strips({ scene: { view, words, hasFigures }, link }: { scene: Scene; link: Live['link'] }) {
  const { kiosk } = words;
  return (
    <>
      {view.openedByHand ? (
        <p class="strip" role="status">
          {words.common.openedByHand}
        </p>
      ) : null}
      {hasFigures || view.shut ? null : (
        <p class="strip" role="status">
          {kiosk.serverAway}
        </p>
      )}
      {hasFigures && link.state === 'lost' ? (
        <p class="strip strip-warn" role="status">
          {kiosk.linkLost}
        </p>
      ) : null}
    </>
  );
}
