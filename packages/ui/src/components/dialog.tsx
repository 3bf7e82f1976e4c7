import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

type DialogProps = {
  readonly title: string;
  readonly help?: string | undefined;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** A question in front of the page. The browser keeps the keyboard inside and gives it back to where it was; Esc leaves. */
export function Dialog({ title, help, wide, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the next key can be pressed: one that comes early belongs to the question, not to nobody.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Only closing gives the focus back; an open dialog that is taken out of the page loses it.
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={`${id}-title`}
      aria-describedby={help ? `${id}-help` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A search field would take the first Esc to empty itself.
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {help && <p id={`${id}-help`}>{help}</p>}
      {children}
    </dialog>
  );
}
