import { useEffect, useState } from 'preact/hooks';

/** Something outside the page that changes by itself, such as a station's live hall. */
export type Source<T> = { current(): T; subscribe(listener: () => void): () => void };

/** Draws again after each change of the source, and stops listening when the component goes. */
export function useSource<T>(source: Source<T>): T {
  const [value, setValue] = useState(() => source.current());
  useEffect(() => {
    const take = () => setValue(() => source.current());
    take();
    return source.subscribe(take);
  }, [source]);
  return value;
}
