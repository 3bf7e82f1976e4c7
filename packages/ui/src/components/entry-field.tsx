import { useId } from 'preact/hooks';

type EntryFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly isSecret?: boolean;
  readonly class?: string;
  readonly autocomplete?: 'username' | 'name' | 'current-password' | 'new-password' | 'off';
  readonly isDigits?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly value?: string;
};

/** One field of an entry form; its hint is read out with it. */
export function EntryField(props: EntryFieldProps) {
  const id = useId();
  const { label, name, hint, isSecret, autocomplete = 'off', isDigits, value = '' } = props;
  const common = {
    id,
    name,
    autocomplete,
    class: props.class,
    placeholder: ' ',
    required: true,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    inputMode: isDigits ? ('numeric' as const) : undefined,
    autocapitalize: 'off' as const,
    spellcheck: false,
    minLength: props.minLength,
    maxLength: props.maxLength ?? 64,
    pattern: props.pattern,
    defaultValue: value,
  };
  return (
    <div class="entry-field">
      <label htmlFor={id}>{label}</label>
      {isSecret ? <input type="password" {...common} /> : <input {...common} />}
      {hint && (
        <span id={`${id}-hint`} class="entry-field-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
