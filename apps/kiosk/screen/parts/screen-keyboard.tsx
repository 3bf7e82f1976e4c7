import type { KioskWords } from '@antrean/ui';
import { useMemo, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './screen-keyboard.css';

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) => [...row]);

/** Gets what the key does to the text. */
type OnKey = (change: (text: string) => string) => void;
type KeyboardProps = { readonly words: KioskWords; readonly hasSpace?: boolean; readonly onKey: OnKey };

/** Letters for a hall where nobody has a keyboard. The text field keeps the focus, so a real keyboard goes on working. */
export function ScreenKeyboard({ words, hasSpace = true, onKey }: KeyboardProps) {
  const latest = useRef(onKey);
  latest.current = onKey;
  // Forty keys that never change would otherwise be compared at each letter.
  return useMemo(() => <Keys {...{ words, hasSpace }} edit={(change) => latest.current(change)} />, [words, hasSpace]);
}

function Keys({ words, hasSpace, edit }: { words: KioskWords; hasSpace: boolean; edit: OnKey }) {
  const { keyboard } = words.kiosk;
  const keepFocus = (event: Event) => event.preventDefault();
  return (
    <fieldset class="screen-keyboard" onPointerDown={keepFocus} onMouseDown={keepFocus}>
      <legend class="visually-hidden">{keyboard.title}</legend>
      {rows.map((row, index) => (
        <div class="screen-keyboard-row" key={row[0]}>
          {row.map((letter) => (
            <button key={letter} type="button" class="key" onClick={() => edit((text) => text + letter)}>
              {letter.toUpperCase()}
            </button>
          ))}
          {index === rows.length - 1 ? (
            <button
              type="button"
              class="key key-wide"
              aria-label={keyboard.backspace}
              onClick={() => edit((text) => text.slice(0, -1))}
            >
              <Icon name="backspace" />
            </button>
          ) : null}
        </div>
      ))}
      {hasSpace ? (
        <div class="screen-keyboard-row">
          <button type="button" class="key key-space" onClick={() => edit((text) => `${text} `)}>
            {keyboard.space}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}
