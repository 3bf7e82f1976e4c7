import { sentenceFor } from '@antrean/protocol';
import { useEffect } from 'preact/hooks';
import type { Scene } from '../scene.ts';
import './done-message.css';
import { doneText } from './done-text.ts';
import type { Press } from './press.ts';

// Long enough to read it and to notice a slip of the hand.
const shownMs = 20_000;

/** Says what has been done and offers the way back; goes by itself. */
export function DoneMessage({ scene, press }: { readonly scene: Scene; readonly press: Press }) {
  const { done, failure, forgetDone } = press;
  const { acts } = scene.locale.words;
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(forgetDone, shownMs);
    return () => clearTimeout(timer);
  }, [done, forgetDone]);
  const opposite = done?.opposite;
  return (
    <div class="done" role="status">
      {done && (
        <div class={failure ? 'done-box done-failed' : 'done-box'}>
          <p>
            {failure ? `${acts.failed} ${sentenceFor(scene.locale.language, failure.code)}` : doneText(done.act, scene)}
          </p>
          {opposite && (
            <button
              type="button"
              class="press press-undo"
              aria-disabled={press.isUnderWay ? 'true' : undefined}
              onClick={() => void press.give(opposite)}
            >
              {acts.undo}
            </button>
          )}
          <button type="button" class="press press-dismiss" aria-label={acts.dismiss} onClick={forgetDone}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
