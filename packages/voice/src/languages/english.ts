import { minutesAfter, parts, type Token, type Tongue } from '../tongue.ts';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const digits = small.slice(0, 10);

function cardinal(n: number): readonly Token[] {
  if (n < 20) return [small[n] ?? ''];
  if (n < 100) {
    const [ten, one] = parts(n, 10);
    return [tens[ten] ?? '', ...(one === 0 ? [] : cardinal(one))];
  }
  const [power, word] = n < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  const [high, low] = parts(n, power);
  const and = low > 0 && low < 100 ? ['and'] : [];
  return [...cardinal(high), word, ...and, ...(low === 0 ? [] : cardinal(low))];
}

function time(hour: number, minute: number): readonly Token[] {
  return [...cardinal(hour % 12 || 12), ...minutesAfter(minute, { digits, cardinal }), hour < 12 ? 'am' : 'pm'];
}

const call = '{queue} {number} | please-go-to [{agency}] counter {counter} [{zone}]';
const until = '[service-resumes-at {time}]';

export const english: Tongue = {
  digits,
  cardinal,
  time,
  queue: { ordinary: 'ticket-number', priority: 'priority-ticket' },
  reasons: { fridayPrayer: 'for-friday-prayer', prayer: 'for-prayer', meal: 'for-a-break' },
  templates: {
    firstCall: call,
    secondCall: `second-call | ${call}`,
    recall: `repeated-call | ${call}`,
    lastCall: `last-call | ${call} | if-you-are-not-here`,
    opening: 'welcome | service-is-open',
    closingSoon: 'tickets-will-soon-end [at {time}]',
    closed: 'no-more-tickets-today | thank-you',
    pause: `service-pauses [{reason}] | ${until} | your-number-stays-valid`,
    pauseOver: 'service-has-resumed | thank-you-for-waiting',
    systemDown: 'we-are-sorry | service-is-interrupted | your-number-stays-valid',
    agencyPause: `the-counters-of {agency} pause [{reason}] | ${until} | your-number-stays-valid`,
    agencyPauseOver: 'the-counters-of {agency} are-open-again',
    agencySystemDown: 'we-are-sorry | the-counters-of {agency} are-interrupted | your-number-stays-valid',
    attention: 'your-attention-please | please-look-at-the-screen',
  },
};
