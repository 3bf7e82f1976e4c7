import type { KioskWords } from '@antrean/ui';
import { useEffect, useRef } from 'preact/hooks';
import './countdown.css';

/** Asks whether somebody is still there. The whole sheet is the answer: a touch anywhere goes on. */
export function IdleQuestion({ seconds, words, onStay }: { seconds: number; words: KioskWords; onStay: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const { idle } = words.kiosk;
  return (
    <div class="idle" role="alertdialog" aria-modal="true" aria-labelledby="idle-title">
      <div class="idle-sheet">
        <span class="idle-seconds number" aria-hidden="true">
          {seconds}
        </span>
        <h2 id="idle-title">{idle.title}</h2>
        <p>{idle.countdown(seconds)}</p>
        <button type="button" class="button-main" ref={stay} onClick={onStay}>
          {idle.stay}
        </button>
      </div>
    </div>
  );
}
