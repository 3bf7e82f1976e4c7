import { Both, type Languages } from './both.tsx';
import './not-a-display.css';

/** Said on the TV of a PC whose device the server does not know, or knows as something else; for whoever set it up. */
export function NotADisplay({ languages, isKnown }: { readonly languages: Languages; readonly isKnown: boolean }) {
  const [title, help] = isKnown
    ? (['notDisplay', 'notDisplayHelp'] as const)
    : (['unknownDevice', 'unknownDeviceHelp'] as const);
  return (
    <main class="not-a-display">
      <h1>
        <Both languages={languages} say={({ words }) => words.display[title]} />
      </h1>
      <p>
        <Both languages={languages} say={({ words }) => words.display[help]} />
      </p>
    </main>
  );
}
