import type { Words } from '../words/words.ts';
import './freshness.css';

export type LinkState = { readonly state: 'joining' | 'live' } | { readonly state: 'lost'; readonly since: number };

/** Says how fresh the picture is; silent news look like old news, so `lost` counts the seconds. `now` is the clock of `since`. */
export function Freshness({ link, now, words }: { link: LinkState; now: number; words: Pick<Words, 'common'> }) {
  const { freshness } = words.common;
  return (
    <span class={`freshness freshness-${link.state}`} role="status">
      <span class="freshness-dot" aria-hidden="true" />
      {link.state === 'lost' ? (
        <>
          {/* A voice that read every second would drown out everything else. */}
          <span class="visually-hidden">{freshness.isLost}</span>
          <span aria-hidden="true">{freshness.lost(Math.max(0, Math.round((now - link.since) / 1000)))}</span>
        </>
      ) : (
        freshness[link.state]
      )}
    </span>
  );
}
