import type { Catalogue, Hall, Service } from '@antrean/domain';
import { useMemo, useRef, useState } from 'preact/hooks';
import { ActionButton } from '../desk/action-button.tsx';
import { groupsOf } from '../service-groups.ts';
import { searchServices } from '../service-search.ts';
import type { Locale } from '../telling.ts';
import { ChosenServices } from './chosen-services.tsx';
import { Dialog } from './dialog.tsx';
import { ServiceResults } from './service-results.tsx';
import './service-dialog.css';

type ServiceDialogProps = {
  readonly kind: 'transfer' | 'forward';
  readonly number: string;
  /** The service at the counter now, which is no place to send its visitor, and the counter's agencies. */
  readonly from: { readonly serviceId: string; readonly agencyIds: readonly string[] };
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
  const { kind, number, from, eligibleAt, catalogue, hall, locale, onClose } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<readonly Service[]>([]);
  const [inOrder, setInOrder] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const { serviceDialog: words } = locale.words.counter;
  const found = useMemo(
    () => searchServices(catalogue, query, from.agencyIds).filter(({ id }) => id !== from.serviceId),
    [catalogue, query, from.serviceId],
  );
  const groups = groupsOf(found.slice(0, shownResults), catalogue, hall, eligibleAt);
  const first = query.trim() === '' ? undefined : groups[0]?.services[0];
  const choose = (service: Service) => {
    if (kind === 'transfer') return props.onTransfer(service.id);
    setChosen(chosen.includes(service) ? chosen.filter((one) => one !== service) : [...chosen, service]);
    setQuery('');
    field.current?.focus();
  };
  const forward = () => {
    if (chosen.length === 0) return;
    const ids = chosen.map(({ id }) => id);
    props.onForward(ids, inOrder && chosen.length > 1);
  };
  // Enter takes the first find, which is marked, but never an entry of a list that nobody has searched.
  const enter = () => {
    // Found again it stays chosen: only its own button takes it away.
    if (first && chosen.includes(first)) setQuery('');
    else if (first) choose(first);
    else if (kind === 'forward' && query.trim() === '') forward();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows and Enter walk between the controls inside.
    <div onKeyDown={(event) => walk(event, field.current, results.current, enter)}>
      <Dialog
        title={words[kind](number)}
        help={kind === 'transfer' ? words.transferHelp : words.forwardHelp}
        wide
        locale={locale}
        onClose={onClose}
        end={
          kind === 'forward' && (
            <ActionButton
              label={words.confirmForward(chosen.length)}
              shortcut={chosen.length > 0 && query.trim() === '' ? { key: 'Enter', text: 'Enter' } : undefined}
              look="strong"
              locked={chosen.length === 0}
              onPress={forward}
            />
          )
        }
      >
        <div class="services">
          <input
            ref={field}
            type="search"
            autofocus
            aria-label={words.search}
            placeholder={words.search}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <p class="visually-hidden" role="status">
            {words.results(found.length)} {first && words.enterTakes(first.name)}
          </p>
          <div ref={results} class="services-found">
            <ServiceResults
              groups={groups}
              chosen={kind === 'forward' ? chosen : null}
              first={first}
              locale={locale}
              onChoose={choose}
            />
            {groups.length === 0 && <p class="services-none">{words.none}</p>}
          </div>
        </div>
        {kind === 'forward' && (
          <ChosenServices chosen={chosen} inOrder={inOrder} locale={locale} onRemove={choose} onInOrder={setInOrder} />
        )}
      </Dialog>
    </div>
  );
}

/** A letter goes to the field, arrows through the results; Enter decides, unless a button has the focus and is pressed by it. */
function walk(
  event: KeyboardEvent,
  field: HTMLInputElement | null,
  results: HTMLElement | null,
  enter: () => void,
): void {
  const buttons = [...(results?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const isInButton = event.target instanceof Element && event.target.matches('button');
  if (event.key === 'Enter' && !isInButton) {
    event.preventDefault();
    if (!event.repeat && !event.isComposing) enter();
  } else if (isInButton && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey) {
    // The field takes the letter itself, once it has the focus.
    field?.focus();
  } else if (event.key === 'ArrowDown') {
    event.preventDefault();
    buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    (buttons[at - 1] ?? field)?.focus();
  }
}
