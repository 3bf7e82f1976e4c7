import type { KioskWords } from '@antrean/ui';
import './shut-page.css';

/** Before the first picture of the hall, or for ever where no station answers. */
export function ConnectingPage({ words, isHopeless }: { words: KioskWords; isHopeless: boolean }) {
  return (
    <main class="page shut">
      <div class="shut-middle" role="status">
        {isHopeless ? null : <span class="waiting-dots" aria-hidden="true" />}
        <h1 class="shut-title">{isHopeless ? words.kiosk.noStation : words.kiosk.connecting}</h1>
        {isHopeless ? null : <p class="shut-hint">{words.kiosk.connectingHint}</p>}
      </div>
    </main>
  );
}
