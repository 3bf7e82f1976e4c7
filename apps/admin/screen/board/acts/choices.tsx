import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type ChoicesProps<T extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
  readonly children?: ComponentChildren;
};

/** A few answers of which one is true, as large as a finger. */
export function Choices<T extends string>({ legend, options, chosen, onChoose, children }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} class="choice">
          <input type="radio" {...{ name, value }} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
