import { useLayoutEffect, useRef } from 'preact/hooks';

/** The title of a page. It takes the focus when the page appears, so that a screen reader starts there and Tab goes on from there. */
export function PageHeading({ text, lang, class: name }: { text: string; lang?: string | undefined; class?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} class={name} lang={lang}>
      {text}
    </h1>
  );
}
