import { dayText, type ScreenLanguage, type Words, wallTimeText } from '@antrean/ui';
import type { Doors } from './mall-today.ts';

/** Open or not, and why, in one line. */
export function DoorsLine(props: { doors: Doors; demo: boolean; language: ScreenLanguage; words: Words }) {
  const { mall } = props.words.admin;
  const kind = props.doors.state === 'closed' ? 'closed' : props.doors.state === 'break' ? 'break' : 'open';
  return (
    <p class={`doors doors-${kind}`}>
      <strong class="doors-word">{mall[kind]}</strong>
      <span>{doorsSentence(props.doors, props.demo, props.language, props.words)}</span>
    </p>
  );
}

function doorsSentence(doors: Doors, demo: boolean, language: ScreenLanguage, words: Words): string {
  const { mall } = words.admin;
  const time = (text: string) => wallTimeText(text, language);
  switch (doors.state) {
    case 'open':
      return mall.openUntil(time(doors.lastTicket), time(doors.closes));
    case 'byHand':
      return demo ? words.common.openedByHand : mall.openedByHand;
    case 'noMoreNumbers':
      return mall.noMoreNumbers;
    case 'break':
      return doors.until === null ? mall.breakOpen : mall.breakUntil(time(doors.until));
    case 'closed': {
      const { closure } = doors;
      const why =
        closure?.name && (closure.why === 'holiday' || closure.why === 'leave') ? mall[closure.why](closure.name) : '';
      const opens = closure?.opens ? mall.opens(dayText(closure.opens.date, language), time(closure.opens.time)) : '';
      return `${why} ${opens}`.trim();
    }
  }
}
