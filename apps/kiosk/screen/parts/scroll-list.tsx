import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './scroll-list.css';

/** A part of the page that scrolls. People do not expect that of a wall, so a big button offers it while there is more below. */
export function ScrollList({ more, children }: { more: string; children: ComponentChildren }) {
  const view = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  useEffect(() => {
    if (!view.current || !end.current) return;
    const watch = new IntersectionObserver((seen) => setIsAtEnd(seen.at(-1)?.isIntersecting ?? true), {
      root: view.current,
      rootMargin: '0px 0px 12px 0px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  const scroll = () => view.current?.scrollBy({ top: view.current.clientHeight * 0.75 });
  return (
    <div class="scroll-list">
      <div class="scroll-list-view" ref={view}>
        {children}
        <div class="scroll-list-end" ref={end} />
      </div>
      {isAtEnd ? null : (
        <div class="scroll-list-more">
          <button type="button" class="button-quiet" tabIndex={-1} aria-hidden="true" onClick={scroll}>
            <Icon name="down" />
            {more}
          </button>
        </div>
      )}
    </div>
  );
}
