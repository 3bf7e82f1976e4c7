import type { PriorityClass } from '@antrean/domain';
import type { ScreenLanguage, Words } from '@antrean/ui';
import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import './priority-choice.css';

/** Asked once, "no" by default, without proof (notes: domain §9). */
export function PriorityChoice(props: {
  classes: readonly PriorityClass[];
  chosen: string | null;
  words: Words;
  language: ScreenLanguage;
  isLocked: boolean;
  onChoose: (priorityClass: string | null) => void;
}) {
  const { classes, chosen, words, language, isLocked, onChoose } = props;
  if (classes.length === 0) return null;
  const { service } = words.kiosk;
  const options = [
    { id: null, text: service.noPriority },
    ...classes.map((offered) => ({ id: offered.id, text: nameIn(language, offered) })),
  ];
  return (
    <fieldset class="card priority" disabled={isLocked}>
      <legend class="priority-question">
        <Icon name="heart" />
        {service.priority}
      </legend>
      <p class="soft">{service.priorityHint}</p>
      <div class="priority-options">
        {options.map(({ id, text }) => (
          <label key={id ?? ''} class={id === null ? 'priority-option priority-no' : 'priority-option'}>
            <input type="radio" name="priority" checked={chosen === id} onChange={() => onChoose(id)} />
            <span class="priority-mark" aria-hidden="true">
              <Icon name="check" />
            </span>
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
