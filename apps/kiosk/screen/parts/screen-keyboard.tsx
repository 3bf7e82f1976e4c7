import type { KioskWords } from '@antrean/ui';
import { Icon } from './icon.tsx';
import './screen-keyboard.css';

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) => [...row]);

/** Letters for a hall where nobody has a keyboard. The text field keeps the focus, so a real keyboard goes on working. */
export function ScreenKeyboard({
  text,
  words,
  onText,
}: {
  text: string;
  words: KioskWords;
  onText: (text: string) => void;
}) {
  const { keyboard } = words.kiosk;
  const keepFocus = (event: Event) => event.preventDefault();
  return (
    <fieldset class="screen-keyboard" onPointerDown={keepFocus} onMouseDown={keepFocus}>
      <legend class="visually-hidden">{keyboard.title}</legend>
      {rows.map((row, index) => (
        <div class="screen-keyboard-row" key={row[0]}>
          {row.map((letter) => (
            <button key={letter} type="button" class="key" onClick={() => onText(text + letter)}>
              {letter.toUpperCase()}
            </button>
          ))}
          {index === rows.length - 1 ? (
            <button
              type="button"
              class="key key-wide"
              aria-label={keyboard.backspace}
              onClick={() => onText(text.slice(0, -1))}
            >
              <Icon name="backspace" />
            </button>
          ) : null}
        </div>
      ))}
      <div class="screen-keyboard-row">
        <button type="button" class="key key-space" onClick={() => onText(`${text} `)}>
          {keyboard.space}
        </button>
      </div>
    </fieldset>
  );
}
