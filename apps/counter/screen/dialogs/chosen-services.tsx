import type { Service } from '@antrean/domain';
import { type Locale, nameOf } from '../telling.ts';

type ChosenServicesProps = {
  readonly chosen: readonly Service[];
  readonly inOrder: boolean;
  readonly locale: Locale;
  readonly onRemove: (service: Service) => void;
  readonly onInOrder: (inOrder: boolean) => void;
};

/** The services a visitor is sent on to, in the order of choosing, and whether that order binds. */
export function ChosenServices({ chosen, inOrder, locale, onRemove, onInOrder }: ChosenServicesProps) {
  const { serviceDialog: words } = locale.words.counter;
  return (
    <div class="chosen">
      <h3>{words.chosen}</h3>
      {chosen.length === 0 && <p>{words.pick}</p>}
      <ol>
        {chosen.map((service, i) => (
          <li key={service.id}>
            <span>
              {inOrder && chosen.length > 1 && `${i + 1}. `}
              {nameOf(locale, service)}
            </span>
            <button type="button" aria-label={words.remove(nameOf(locale, service))} onClick={() => onRemove(service)}>
              ×
            </button>
          </li>
        ))}
      </ol>
      {chosen.length > 1 && (
        <label>
          <input type="checkbox" checked={inOrder} onChange={(event) => onInOrder(event.currentTarget.checked)} />
          <span>
            {words.inOrder}
            <small>{words.inOrderHelp}</small>
          </span>
        </label>
      )}
    </div>
  );
}
