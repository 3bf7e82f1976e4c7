import type { Agency, Service } from '@antrean/domain';
import { type Locale, nameOf } from '../telling.ts';

/** The number as large as the room that everything else leaves it. */
export function StageNumber({ number }: { readonly number: string }) {
  return (
    <div class="stage-number-room">
      <p class="stage-number number" style={{ '--chars': number.length }}>
        {number}
      </p>
    </div>
  );
}

// A longer name in smaller letters takes no more lines.
const longName = 80;

type StageServiceProps = { readonly service: Service; readonly agency: Agency; readonly locale: Locale };

/** What the visit is about, whole also where an agency likes long names. */
export function StageService({ service, agency, locale }: StageServiceProps) {
  const name = nameOf(locale, service);
  return (
    <p class={name.length > longName ? 'stage-service stage-service-long' : 'stage-service'}>
      <span>{name}</span>
      <span class="stage-agency">{agency.shortName}</span>
    </p>
  );
}
