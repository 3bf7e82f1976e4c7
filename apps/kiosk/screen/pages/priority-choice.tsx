import { nameIn } from '../name-in.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene, Walk } from '../scene.ts';
import './priority-choice.css';

/** Asked once, "no" by default, without proof (notes: domain §9). */
export function PriorityChoice(props: { scene: Scene; chosen: string | null; isLocked: boolean; walk: Walk }) {
  const { scene, chosen, isLocked, walk } = props;
  const { catalogue, language, words } = scene;
  const classes = catalogue.priorityClasses;
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
            <input
              type="radio"
              name="priority"
              checked={chosen === id}
              onChange={() => walk({ kind: 'priority', priorityClass: id })}
            />
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
