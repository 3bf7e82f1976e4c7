import type { KioskWords } from '@antrean/ui';

/** Why no paper can be had, and what to do instead. */
export function NoPaperNotice({ state, words, hint }: { state: string; words: KioskWords; hint: string }) {
  const { printer } = words.kiosk;
  return (
    <div class="notice notice-warn" role="status">
      <strong>{printer.title}</strong>
      <p>
        {state === 'paperOut' || state === 'cover' ? printer.states[state] : printer.states.other} {hint}
      </p>
    </div>
  );
}
