import type { KioskWords } from '@antrean/ui';
import './returns.css';

/** The seconds until the screen returns, always in sight at the end of a visit, and how to have more. */
export function Returns({ says, words }: { says: string | null; words: KioskWords }) {
  if (says === null) return null;
  return (
    <p class="returns">
      <strong>{says}.</strong>
      <span>{words.kiosk.done.extend}</span>
    </p>
  );
}
