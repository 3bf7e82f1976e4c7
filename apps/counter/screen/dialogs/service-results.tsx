import type { Outlook, Service } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import type { ServiceGroup } from '../service-groups.ts';
import { type Locale, nameOf } from '../telling.ts';

type ServiceResultsProps = {
  readonly groups: readonly ServiceGroup[];
  /** The services gathered so far, null where one press sends the visitor. */
  readonly chosen: readonly Service[] | null;
  /** What Enter takes from the field. */
  readonly first: Service | undefined;
  readonly locale: Locale;
  readonly onChoose: (service: Service) => void;
};

/** Services under the queue that their visitors wait in, with that queue's wait told once. */
export function ServiceResults({ groups, chosen, first, locale, onChoose }: ServiceResultsProps) {
  return (
    <>
      {groups.map(({ queue, agency, outlook, services }) => (
        <section key={queue.id} aria-label={`${nameOf(locale, agency)}, ${queue.prefix}`}>
          <h3 class="services-queue">
            <span>
              {agency.shortName} <span class="number">{queue.prefix}</span>
            </span>
            <TrackBadge track={queue.track} words={locale.words} />
            <Wait outlook={outlook} locale={locale} />
          </h3>
          <ul>
            {services.map((service) => (
              <li key={service.id}>
                <button
                  type="button"
                  class={service === first ? 'services-first' : ''}
                  aria-pressed={chosen ? chosen.includes(service) : undefined}
                  onClick={() => onChoose(service)}
                >
                  {nameOf(locale, service)}
                  {service === first && (
                    <span class="services-key" aria-hidden="true">
                      Enter
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Wait({ outlook, locale }: { outlook: Outlook; locale: Locale }) {
  const { serviceDialog: words } = locale.words.counter;
  if (outlook.openCounters === 0) return <span class="services-wait services-shut">{words.noCounter}</span>;
  return (
    <span class="services-wait">
      {words.ahead(outlook.ahead)}
      {outlook.estimate && ` · ${locale.words.common.minutes(...outlook.estimate)}`}
    </span>
  );
}
