import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import './scroll-list.css';

type Room = { readonly isLong: boolean; readonly isAtEnd: boolean };

// Fractions of a pixel are no reason to offer more.
const slack = 2;

/** A part of the page that scrolls. People do not expect that of a wall, so a button below leads on, and from the end back up. */
export function ScrollList(props: {
  more: string;
  top: string;
  /** What the list is of: another one begins at its top. */
  of?: string;
  children: ComponentChildren;
}) {
  const { more, top, of, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [{ isLong, isAtEnd }, setRoom] = useState<Room>({ isLong: false, isAtEnd: true });
  const measure = () => {
    if (!list.current || !view.current) return;
    const { scrollHeight, scrollTop, clientHeight } = view.current;
    const room = {
      isLong: scrollHeight > list.current.clientHeight + slack,
      isAtEnd: scrollTop + clientHeight >= scrollHeight - slack,
    };
    setRoom((before) => (before.isLong === room.isLong && before.isAtEnd === room.isAtEnd ? before : room));
  };
  useLayoutEffect(() => view.current?.scrollTo({ top: 0, behavior: 'instant' }), [of]);
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    if (!list.current) return;
    const watch = new ResizeObserver(measure);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);
  const move = () => view.current?.scrollBy({ top: view.current.clientHeight * (isAtEnd ? -100 : 0.8) });
  return (
    <div class="scroll-list" ref={list}>
      <div class="scroll-list-view" ref={view} onScroll={measure} {...(isLong ? { tabIndex: 0 } : {})}>
        {children}
      </div>
      {isLong ? (
        <div class={isAtEnd ? 'scroll-list-more scroll-list-end' : 'scroll-list-more'}>
          <button type="button" class="button-quiet" tabIndex={-1} aria-hidden="true" onClick={move}>
            <Icon name={isAtEnd ? 'up' : 'down'} />
            {isAtEnd ? top : more}
          </button>
        </div>
      ) : null}
    </div>
  );
}
