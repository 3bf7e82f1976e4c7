import type { ComponentChildren } from 'preact';
import './action-button.css';

type ActionButtonProps = {
  readonly label: string;
  readonly shortcut?: { readonly key: string; readonly text: string } | undefined;
  readonly look: 'main' | 'strong' | 'plain' | 'quiet';
  /** The sentence why a press would be refused now; the button stays reachable and tells it. */
  readonly whyNot?: string | null;
  /** Another press is under way. */
  readonly locked: boolean;
  /** Sends the form it stands in; the form says what is done. */
  readonly submits?: boolean;
  /** This very press is under way. */
  readonly busy?: boolean;
  readonly onPress?: () => void;
  readonly children?: ComponentChildren;
};

/** A button of the desk with its key on it. Locked and impossible buttons keep their focus, so the keyboard is never lost. */
export function ActionButton(props: ActionButtonProps) {
  const { label, shortcut, look, whyNot, locked, submits, busy, onPress, children } = props;
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={`action action-${look}${whyNot ? ' action-impossible' : ''}${busy ? ' action-busy' : ''}`}
      aria-disabled={locked || whyNot ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-keyshortcuts={shortcut?.key}
      title={whyNot ?? undefined}
      onClick={() => !locked && onPress?.()}
    >
      <span class="action-label">{label}</span>
      {children}
      {shortcut && (
        <span class="action-key" aria-hidden="true">
          {shortcut.text}
        </span>
      )}
    </button>
  );
}
