import type { KioskWords } from '@antrean/ui';
import { type Done, standing } from '../done.ts';
import { Icon } from '../parts/icon.tsx';
import './slip-news.css';

/** What became of the slip, and what the visitor should do about it. */
export function SlipNews({ step, words }: { step: Done; words: KioskWords }) {
  const says = words.kiosk.done;
  const { slip, again, answer } = step;
  const noNews = { ready: '', printing: '', failed: `${says.printFailed} `, noPaper: `${says.noPaper} ` }[again];
  const stands = standing(step);
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
  if (stands === 'unsure')
    return (
      <p class="slip-news slip-news-warn" role={again === 'ready' ? 'status' : 'alert'}>
        <Icon name="slip" />
        <span>
          <strong class="slip-news-main">{says.didItCome}</strong> {noNews}
          {says.didItComeHint}
        </span>
      </p>
    );
  return (
    <p class="slip-news slip-news-warn" role={again === 'ready' ? 'status' : 'alert'}>
      <Icon name="camera" />
      <span>
        <strong class="slip-news-main">{says.keep}.</strong> {noNews}
        {slip.kind === 'NONE' ? says.noPrinter : says.withoutSlip}
      </span>
    </p>
  );
}
