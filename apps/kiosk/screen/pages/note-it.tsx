import type { KioskWords } from '@antrean/ui';
import type { Done } from '../done.ts';
import { Icon } from '../parts/icon.tsx';
import './slip-news.css';

/** A number of which surely no paper came: what to do, what happens otherwise and when, and the one touch that keeps it. */
export function NoteIt(props: { step: Done; seconds: number | null; words: KioskWords; onNoted: () => void }) {
  const { step, seconds, words, onNoted } = props;
  const says = words.kiosk.done;
  const isPrinting = step.again === 'printing';
  return (
    <div class="slip-news-warn note-it">
      <div class="note-it-text" role="status">
        <Icon name="camera" />
        <div>
          <strong class="slip-news-main">{says.keep}.</strong>
          <p>{step.again === 'failed' || step.again === 'noPaper' ? says.printFailed : says.notPrinted}</p>
          {seconds === null ? null : <p class="note-it-ends">{says.givesUp(seconds)}.</p>}
        </div>
      </div>
      <button type="button" class="button-main" aria-disabled={isPrinting} onClick={onNoted}>
        {says.noted}
      </button>
    </div>
  );
}
