import type { Words } from '../words/words.ts';
import './track-badge.css';

/** The track by word and colour, never by colour alone. */
export function TrackBadge({ track, words }: { track: 'quick' | 'self' | 'long'; words: Pick<Words, 'common'> }) {
  return <span class={`track-badge track-${track}`}>{words.common.tracks[track]}</span>;
}
