import type { ScreenLanguage } from '../words/words.ts';
import './notice-banner.css';

type Line = { readonly language: ScreenLanguage; readonly text: string };

/** A supervisor's message to the hall, as the display shows it and as whoever writes it sees it. Its size follows the font size around it. */
export function NoticeBanner({ first, second }: { first: Line; second: Line }) {
  return (
    <div class="notice-banner">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 10v4h3l9 4.500V5.500L7 10z" />
        <path d="M19 9.500a3.500 3.500 0 0 1 0 5M8 14l1.500 5.500h2L10 14.500" />
      </svg>
      <p>
        <span lang={first.language}>{first.text}</span>{' '}
        <span class="notice-banner-second" lang={second.language}>
          {second.text}
        </span>
      </p>
    </div>
  );
}
