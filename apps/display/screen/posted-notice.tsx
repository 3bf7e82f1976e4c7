import type { Notice } from '@antrean/domain';
import { NoticeBanner } from '@antrean/ui';
import type { Languages } from './both.tsx';
import './posted-notice.css';

// More letters than this take three lines in the first language.
const longest = 120;

/** How many big rows give their room to it. */
export function rowsOf({ text, textEn }: Notice): number {
  return Math.max(text.length, textEn.length) > longest ? 2 : 1;
}

/** What a supervisor has to say to everybody in the hall, between the masthead and the calls. */
export function PostedNotice({ notice, languages }: { notice: Notice; languages: Languages }) {
  const [first, second] = languages.map(({ language }) => ({
    language,
    text: language === 'en' ? notice.textEn : notice.text,
  }));
  return (
    <section class="posted-notice" aria-live="polite">
      {first && second && <NoticeBanner {...{ first, second }} />}
    </section>
  );
}
