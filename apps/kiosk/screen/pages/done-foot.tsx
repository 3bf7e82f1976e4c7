import type { Done, Standing } from '../done.ts';
import { Icon } from '../parts/icon.tsx';
import { Returns } from '../parts/returns.tsx';
import type { Scene, Walk } from '../scene.ts';

/** What to press once the number is there, and how long it stays; said beforehand when it would be given up. */
export function DoneFoot(props: { standing: Standing; step: Done; scene: Scene; seconds: number | null; walk: Walk }) {
  const { standing, step, scene, seconds, walk } = props;
  const { words, hasPrinter } = scene;
  const says = words.kiosk.done;
  const isPrinting = step.again === 'printing';
  const canPrintAgain = hasPrinter && standing !== 'inHand';
  const again = standing === 'unsure' ? says.itDidNot : says.printAgain;
  const main = { inHand: says.leave, unsure: says.itCame, unnoted: says.noted, knowing: says.leave }[standing];
  const isAnswer = standing === 'unsure' || standing === 'unnoted';
  const ends = standing === 'unnoted' ? says.givesUp : says.returns;
  return (
    <footer class="page-foot">
      <button
        type="button"
        class="button-main"
        aria-disabled={isPrinting}
        onClick={() => walk({ kind: isAnswer ? 'confirmed' : 'leave' })}
      >
        {main}
      </button>
      {canPrintAgain ? (
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
      <Returns says={seconds === null ? null : ends(seconds)} words={words} />
    </footer>
  );
}
