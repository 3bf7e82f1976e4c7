import type { KioskWords } from '@antrean/ui';
import { type Done, standing } from '../done.ts';
import { Icon } from '../parts/icon.tsx';
import './slip-news.css';

/** What became of the slip, and what the visitor should do about it. */
export function SlipNews({ step, words }: { step: Done; words: KioskWords }) {
  const says = words.kiosk.done;
  const { slip, again, answer } = step;
  if (again === 'failed')
    return (
      <p class="slip-news slip-news-warn" role="alert">
        <Icon name="camera" />
        <span>{says.printAgainFailed}</span>
      </p>
    );
  if (answer === 'confirmed')
    return (
      <p class="slip-news" role="status">
        <Icon name="check" />
        <strong>{says.thanks}</strong>
      </p>
    );
  if (slip.kind === 'PRINTED')
    return (
      <p class="slip-news" role="status">
        <Icon name="slip" />
        <span>
          <strong>{says.takeSlip}</strong>
          {slip.nearEnd ? ` ${says.nearEnd}` : null}
        </span>
      </p>
    );
  const isUnsure = slip.kind === 'UNKNOWN';
  const story = { inHand: '', unsure: says.didItComeHint, unnoted: says.notPrinted, knowing: says.withoutSlip };
  return (
    <p class="slip-news slip-news-warn" role="status">
      <Icon name={isUnsure ? 'slip' : 'camera'} />
      <span>
        <strong class="slip-news-main">{isUnsure ? says.didItCome : `${says.keep}.`}</strong>{' '}
        {slip.kind === 'NONE' ? says.noPrinter : story[standing(step)]}
      </span>
    </p>
  );
}
