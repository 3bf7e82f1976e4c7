import type { WordList } from './word-list.ts';

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand and'.split(
    ' ',
  );

export const english: WordList = {
  ...Object.fromEntries(numbers.map((word) => [word, word])),
  am: { text: 'a.m.', engine: 'A M' },
  pm: { text: 'p.m.', engine: 'P M' },
  at: 'at',
  'ticket-number': 'Ticket number',
  'priority-ticket': 'Priority ticket, number',
  'please-go-to': 'please go to',
  counter: 'counter',
  'second-call': 'Second call.',
  'repeated-call': 'Calling again.',
  'last-call': 'Last call.',
  'if-you-are-not-here': 'If you are not here, your number is passed over. Please ask the staff at the counter.',
  welcome: 'Welcome to the Public Service Mall.',
  'service-is-open': 'Our counters are open.',
  'tickets-will-soon-end': 'We shall soon stop giving out numbers',
  'no-more-tickets-today': 'No more numbers are given out today.',
  'thank-you': 'Thank you.',
  'service-pauses': 'Our counters pause for a while',
  pause: 'pause for a while',
  'for-friday-prayer': 'for Friday prayer',
  'for-prayer': 'for prayer',
  'for-a-break': 'for a break',
  'service-resumes-at': 'They open again at',
  'your-number-stays-valid': 'Your number stays valid.',
  'service-has-resumed': 'Our counters are open again.',
  'are-open-again': 'are open again.',
  'thank-you-for-waiting': 'Thank you for waiting.',
  'we-are-sorry': 'We are sorry.',
  'service-is-interrupted': 'Our service is interrupted by a system failure.',
  'the-counters-of': 'The counters of',
  'are-interrupted': 'are interrupted by a system failure.',
  'your-attention-please': 'Your attention, please.',
  'please-look-at-the-screen': 'Please look at the screen.',
};
