import { Dialog as Question } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';
import './dialog.css';

type DialogProps = {
  readonly title: string;
  readonly help?: string | undefined;
  /** What else follows that nobody would want. */
  readonly warning?: string | undefined;
  readonly wide?: boolean;
  readonly locale: Locale;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  /** Buttons beside the one that leads back. */
  readonly end?: ComponentChildren;
};

/** A question in front of the desk, with the way back at its end. */
export function Dialog({ locale, warning, children, end, ...question }: DialogProps) {
  return (
    <Question {...question}>
      {warning && (
        <p class="dialog-warning" role="alert">
          {warning}
        </p>
      )}
      {children}
      <div class="dialog-end">
        <ActionButton
          label={locale.words.common.back}
          shortcut={{ key: 'Escape', text: 'Esc' }}
          look="quiet"
          locked={false}
          onPress={question.onClose}
        />
        {end}
      </div>
    </Question>
  );
}
