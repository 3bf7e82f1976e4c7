import type { KioskWords } from '@antrean/ui';
import './connecting-page.css';

/** Before the first picture of the hall, or for ever where no station answers. */
export function ConnectingPage({ words, isHopeless }: { words: KioskWords; isHopeless: boolean }) {
  const { title, noStation, connecting, connectingHint } = words.kiosk;
  return (
    <div class="kiosk">
      <main class="page connecting">
        <p class="connecting-top">{title}</p>
        <div class="connecting-middle" role="status">
          {isHopeless ? null : <span class="waiting-dots" aria-hidden="true" />}
          <h1 class="connecting-title">{isHopeless ? noStation : connecting}</h1>
          {isHopeless ? null : <p class="connecting-hint">{connectingHint}</p>}
        </div>
      </main>
    </div>
  );
}
