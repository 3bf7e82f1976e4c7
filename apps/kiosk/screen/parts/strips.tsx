import type { Live } from '@antrean/client';
import type { Scene } from '../scene.ts';
import './strips.css';

/** What is out of the ordinary for everybody, above every page and calmly. */
export function Strips(props: { scene: Scene; link: Live['link']; isAway: boolean; hasNumbers: boolean }) {
  const { view, words } = props.scene;
  const { link, isAway, hasNumbers } = props;
  const { kiosk } = words;
  return (
    <>
      {view.openedByHand ? (
        <p class="strip" role="status">
          {words.common.openedByHand}
        </p>
      ) : null}
      {isAway && hasNumbers && !view.shut ? (
        <p class="strip" role="status">
          {kiosk.serverAway}
        </p>
      ) : null}
      {!isAway && link.state === 'lost' ? (
        <p class="strip strip-warn" role="status">
          {kiosk.linkLost}
        </p>
      ) : null}
    </>
  );
}
