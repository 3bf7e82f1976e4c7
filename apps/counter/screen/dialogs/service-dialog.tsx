import { type Catalogue, type Hall, outlookFor, type Service } from '@antrean/domain';
import { TrackBadge } from '@antrean/ui';
import { useMemo, useRef, useState } from 'preact/hooks';
import { ActionButton } from '../desk/action-button.tsx';
import { searchServices } from '../service-search.ts';
import { type Locale, nameOf } from '../telling.ts';
import { ChosenServices } from './chosen-services.tsx';
import { Dialog } from './dialog.tsx';
import './service-dialog.css';

type ServiceDialogProps = {
  readonly kind: 'transfer' | 'forward';
  readonly number: string;
  /** The service at the counter now, which is no place to send its visitor. */
  readonly fromServiceId: string;
  /** The visit's credit: how many wait before it there, not before a newcomer. */
  readonly eligibleAt: number;
  readonly catalogue: Catalogue;
  readonly hall: Hall;
  readonly locale: Locale;
  readonly onTransfer: (serviceId: string) => void;
  readonly onForward: (serviceIds: string[], inOrder: boolean) => void;
  readonly onClose: () => void;
};

const shownResults = 30;

/** Where to send the visitor: one service at once, or several that are gathered first. */
export function ServiceDialog(props: ServiceDialogProps) {
  const { kind, number, fromServiceId, eligibleAt, catalogue, hall, locale, onClose } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly Service[]>([]);
  const [inOrder, setInOrder] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { serviceDialog: words } = locale.words.counter;
  const found = useMemo(
    () => searchServices(catalogue, query).filter(({ id }) => id !== fromServiceId),
    [catalogue, query, fromServiceId],
  );
  const rows = found.slice(0, shownResults);
  const choose = (service: Service) => {
    if (kind === 'transfer') props.onTransfer(service.id);
    else setChosen(chosen.includes(service) ? chosen.filter((one) => one !== service) : [...chosen, service]);
  };
  return (
    <Dialog
      title={words[kind](number)}
      help={kind === 'transfer' ? words.transferHelp : words.forwardHelp}
      wide
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows walk from the field through the results, which are buttons. */}
      <div class="services" onKeyDown={(event) => walk(event, list.current)}>
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="visually-hidden" role="status">
          {words.results(found.length)}
        </p>
        <ul ref={list} class="services-found">
          {rows.map((service) => (
            <li key={service.id}>
              <button
                type="button"
                aria-pressed={kind === 'forward' ? chosen.includes(service) : undefined}
                onClick={() => choose(service)}
              >
                <span class="services-name">
                  {nameOf(locale, service)}
                  <small>{catalogue.agencies.find(({ id }) => id === service.agencyId)?.shortName}</small>
                </span>
                <TrackBadge track={service.track} words={locale.words} />
                <Outlook hall={hall} catalogue={catalogue} service={service} eligibleAt={eligibleAt} locale={locale} />
              </button>
            </li>
          ))}
          {rows.length === 0 && <li class="services-none">{words.none}</li>}
        </ul>
      </div>
      {kind === 'forward' && (
        <ChosenServices chosen={chosen} inOrder={inOrder} locale={locale} onRemove={choose} onInOrder={setInOrder} />
      )}
      <div class="dialog-end">
        <ActionButton
          label={locale.words.common.back}
          shortcut={{ key: 'Escape', text: 'Esc' }}
          look="quiet"
          locked={false}
          onPress={onClose}
        />
        {kind === 'forward' && (
          <ActionButton
            label={words.confirmForward(chosen.length)}
            look="strong"
            locked={chosen.length === 0}
            onPress={() =>
              props.onForward(
                chosen.map(({ id }) => id),
                inOrder && chosen.length > 1,
              )
            }
          />
        )}
      </div>
    </Dialog>
  );
}

function Outlook(props: { hall: Hall; catalogue: Catalogue; service: Service; eligibleAt: number; locale: Locale }) {
  const { serviceDialog: words } = props.locale.words.counter;
  const outlook = outlookFor(props.hall, props.catalogue, props.service.queueId, props.eligibleAt);
  return (
    <span class={outlook.openCounters === 0 ? 'services-outlook services-shut' : 'services-outlook'}>
      {outlook.openCounters === 0 ? words.noCounter : words.ahead(outlook.ahead)}
    </span>
  );
}

// Enter in the field only walks to the first result: sending a visitor somewhere takes a second, deliberate press.
function walk(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const results = [...(list?.querySelectorAll('button') ?? [])];
  const at = results.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && at < 0)) {
    event.preventDefault();
    results[Math.min(at + 1, results.length - 1)]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    const before = results[at - 1] ?? list?.parentElement?.querySelector('input');
    before?.focus();
  }
}
