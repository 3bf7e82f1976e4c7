import type { KioskWords } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './connecting-page.css';

// Milliseconds of the page's life before it says that it is not ready. On a slow PC drawing these words would cost the start page a
// quarter of a second, and they would be gone before they are read.
const lateMs = 1_000;

type Props = { readonly words: KioskWords; readonly isHopeless: boolean; readonly children?: ComponentChildren };

/** Before the first picture of the hall, or for ever where no station answers. */
export function ConnectingPage({ words, isHopeless, children }: Props) {
  const { title, noStation, connecting, connectingHint } = words.kiosk;
  const isLate = useIsLate();
  if (!isLate && !isHopeless) return null;
  return (
    <div class="kiosk">
      <main class="page connecting">
        <p class="connecting-top">{title}</p>
        <div class="connecting-middle" role="status">
          {isHopeless ? null : <span class="waiting-dots" aria-hidden="true" />}
          <h1 class="connecting-title">{isHopeless ? noStation : connecting}</h1>
          {isHopeless ? null : <p class="connecting-hint">{connectingHint}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(() => performance.now() >= lateMs);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs - performance.now());
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
