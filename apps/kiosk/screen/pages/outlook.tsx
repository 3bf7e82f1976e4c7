import type { ServiceOffer } from '@antrean/domain';
import type { KioskWords } from '@antrean/ui';
import { Icon } from '../parts/icon.tsx';
import './outlook.css';

/** How many are in front, and how long that is likely to take. */
export function Outlook({ outlook, words }: { outlook: ServiceOffer['outlook']; words: KioskWords }) {
  const { ahead, estimate } = outlook;
  const says = words.kiosk.service;
  return (
    <dl class="figures">
      <div>
        <dt>
          <Icon name="people" />
          {says.ahead}
        </dt>
        <dd>{ahead}</dd>
      </div>
      <div class={estimate ? undefined : 'figures-warn'}>
        <dt>
          <Icon name="clock" />
          {says.wait}
        </dt>
        {estimate ? (
          <dd>{words.common.minutes(...estimate)}</dd>
        ) : (
          <>
            <dd class="figures-words">{says.noCounter}</dd>
            <dd class="figures-note">{says.stillPossible}</dd>
          </>
        )}
      </div>
    </dl>
  );
}
