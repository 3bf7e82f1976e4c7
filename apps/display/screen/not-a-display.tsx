import { Both, type Languages } from './both.tsx';
import './not-a-display.css';

/** Said on the TV of a PC whose device is something else than a display; for whoever set it up. */
export function NotADisplay({ languages }: { readonly languages: Languages }) {
  return (
    <main class="not-a-display">
      <h1>
        <Both languages={languages} say={({ words }) => words.display.notDisplay} />
      </h1>
      <p>
        <Both languages={languages} say={({ words }) => words.display.notDisplayHelp} />
      </p>
    </main>
  );
}
