import type { ComponentChildren } from 'preact';

/** What may be larger than its place, and is scrolled by touch, wheel or keyboard. */
export function ScrollBox(props: { label: string; class: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section class={props.class} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
