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
  const watch = useRef<ResizeObserver | null>(null);
  const isMoved = useRef(false);
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
  const onScroll = () => {
    isMoved.current = true;
    measure();
  };
  useLayoutEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    view.current?.scrollTo({ top: 0, behavior: 'instant' });
  }, [of]);
  // Measured when the browser has laid the page out anyway: asked for in between, each letter of a search would pay for it twice.
  useLayoutEffect(() => {
    watch.current = new ResizeObserver(measure);
    return () => watch.current?.disconnect();
  }, []);
  useLayoutEffect(() => {
    for (const box of [list.current, ...(view.current?.children ?? [])]) if (box) watch.current?.observe(box);
  });
  const move = () => view.current?.scrollBy({ top: view.current.clientHeight * (isAtEnd ? -100 : 0.8) });
  return (
    <div class="scroll-list" ref={list}>
      <div class="scroll-list-view" ref={view} onScroll={onScroll} {...(isLong ? { tabIndex: 0 } : {})}>
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
