import { longestNote } from '@antrean/protocol';
import { useState } from 'preact/hooks';
import { ActionButton } from '../desk/action-button.tsx';
import type { Locale } from '../telling.ts';
import { Dialog } from './dialog.tsx';
import './note-dialog.css';

type NoteDialogProps = {
  readonly number: string;
  readonly locale: Locale;
  readonly onNote: (text: string) => void;
  readonly onClose: () => void;
};

/** A few words for the officers of this visit's other stops. Enter saves, because a note is one line. */
export function NoteDialog({ number, locale, onNote, onClose }: NoteDialogProps) {
  const { noteDialog: words } = locale.words.counter;
  const [text, setText] = useState('');
  const save = () => {
    if (text.trim() !== '') onNote(text.trim());
  };
  return (
    <Dialog
      title={words.title(number)}
      help={words.help}
      locale={locale}
      onClose={onClose}
      end={
        <ActionButton
          label={words.save}
          shortcut={{ key: 'Enter', text: 'Enter' }}
          look="strong"
          locked={text.trim() === ''}
          onPress={save}
        />
      }
    >
      <div class="note">
        <textarea
          autofocus
          rows={3}
          maxLength={longestNote}
          aria-label={words.label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            save();
          }}
        />
        <p class="note-left">{words.left(longestNote - text.length)}</p>
      </div>
    </Dialog>
  );
}
