import type { ComponentChildren } from 'preact';

/** What may be wider than the screen, and is scrolled by touch or keyboard. */
export function ScrollBox({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll a table wider than the phone
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
