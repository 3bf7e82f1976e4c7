import type { Done, Standing } from '../done.ts';
import { Icon } from '../parts/icon.tsx';
import { Returns } from '../parts/returns.tsx';
import type { Scene, Walk } from '../scene.ts';
import { NoteIt } from './note-it.tsx';

/** What to press once the number is there, and how long it stays; said beforehand when it would be given up. */
export function DoneFoot(props: { standing: Standing; step: Done; scene: Scene; seconds: number | null; walk: Walk }) {
  const { standing, step, scene, seconds, walk } = props;
  const { words, hasPrinter } = scene;
  const says = words.kiosk.done;
  const isPrinting = step.again === 'printing';
  const again = standing === 'unsure' ? says.itDidNot : says.print;
  const confirm = () => walk({ kind: 'confirmed' });
  return (
    <footer class="page-foot">
      {standing === 'unnoted' ? (
        <NoteIt step={step} seconds={seconds} words={words} onNoted={confirm} />
      ) : (
        <button
          type="button"
          class="button-main"
          aria-disabled={isPrinting}
          onClick={standing === 'unsure' ? confirm : () => walk({ kind: 'leave' })}
        >
          {standing === 'unsure' ? says.itCame : says.leave}
        </button>
      )}
      {hasPrinter && standing !== 'inHand' ? (
        <button
          type="button"
          class="button-quiet"
          aria-disabled={isPrinting}
          onClick={() => walk({ kind: 'printAgain' })}
        >
          <Icon name="slip" />
          {isPrinting ? says.printingAgain : again}
        </button>
      ) : null}
      {standing === 'unnoted' ? null : <Returns says={seconds === null ? null : says.returns(seconds)} words={words} />}
    </footer>
  );
}
