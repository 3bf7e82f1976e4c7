import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog.tsx';
import './stay-dialog.css';

type StayDialogProps = {
  readonly seconds: number;
  readonly words: { readonly title: string; readonly help: string; readonly seconds: (seconds: number) => string };
  readonly onStay: () => void;
  /** The button that stays. */
  readonly children: ComponentChildren;
};

/** The last minute of a session that nobody uses. Whatever is pressed means that somebody is here, and nothing else. */
export function StayDialog({ seconds, words, onStay, children }: StayDialogProps) {
  return (
    <Dialog title={words.title} help={words.help} onClose={onStay}>
      <p class="stay-seconds" role="timer">
        {words.seconds(seconds)}
      </p>
      {children}
    </Dialog>
  );
}
