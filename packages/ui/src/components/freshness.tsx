import type { Words } from '../words/words.ts';
import './freshness.css';

export type LinkState = { readonly state: 'joining' | 'live' } | { readonly state: 'lost'; readonly since: number };

/** Says how fresh the picture is; silent news look like old news, so `lost` counts the seconds. `now` is the clock of `since`. */
export function Freshness({ link, now, words }: { link: LinkState; now: number; words: Words }) {
  const { freshness } = words.common;
  const text =
    link.state === 'lost' ? freshness.lost(Math.max(0, Math.round((now - link.since) / 1000))) : freshness[link.state];
  return (
    <span class={`freshness freshness-${link.state}`} role="status">
      <span class="freshness-dot" aria-hidden="true" />
      {text}
    </span>
  );
}
