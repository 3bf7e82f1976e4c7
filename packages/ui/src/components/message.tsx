import type { ComponentChildren } from 'preact';
import './entry.css';

/** A page that has only something to say: still loading, or why there is nothing else here. */
export function Message({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <main class="entry">
      <div class="entry-message" role="status">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
