import { minutesAfter, parts, type Token, type Tongue } from '../tongue.ts';

// Tokens are pinyin with the tone as a figure, because they are file names as well.
const digits = ['ling2', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3'];
const powers: readonly (readonly [number, Token])[] = [
  [1_000, 'qian1'],
  [100, 'bai3'],
  [10, 'shi2'],
];

/** 105 is 一百零五 and 110 一百一十: a place that is skipped is said once, and only when something follows it. */
function cardinal(n: number): readonly Token[] {
  if (n < 10) return [digits[n] ?? ''];
  if (n < 20) return ['shi2', ...(n === 10 ? [] : cardinal(n - 10))];
  const said: Token[] = [];
  let rest = n;
  let isSkipped = false;
  for (const [power, word] of powers) {
    const [high, low] = parts(rest, power);
    if (high === 0) isSkipped ||= said.length > 0;
    else {
      if (isSkipped) said.push('ling2');
      said.push(digits[high] ?? '', word);
      isSkipped = false;
    }
    rest = low;
  }
  if (rest === 0) return said;
  return [...said, ...(isSkipped ? ['ling2'] : []), digits[rest] ?? ''];
}

function time(hour: number, minute: number): readonly Token[] {
  // Two o'clock is 两点, not 二点.
  const hours = hour === 2 ? ['liang3'] : cardinal(hour);
  const minutes = minutesAfter(minute, { digits, cardinal });
  return [...hours, 'dian3', ...(minute === 0 ? [] : [...minutes, 'fen1'])];
}

const call = '{queue} {number} | qing-dao [{agency}] [{zone}] {counter} hao-gui-tai';
const until = '[hui-fu-shi-jian {time}]';

export const mandarin: Tongue = {
  digits,
  cardinal,
  time,
  queue: { ordinary: 'hao-ma', priority: 'you-xian-hao-ma' },
  reasons: { fridayPrayer: 'zhu-ma-li-bai', prayer: 'li-bai', meal: 'xiu-xi' },
  templates: {
    firstCall: call,
    secondCall: `di-er-ci-hu-jiao | ${call}`,
    recall: `zai-ci-hu-jiao | ${call}`,
    lastCall: `zui-hou-hu-jiao | ${call} | guo-hao-xu-bao-dao`,
    opening: 'huan-ying | fu-wu-yi-kai-shi',
    closingSoon: 'qu-hao-ji-jiang-jie-shu [jie-shu-shi-jian {time}]',
    closed: 'jin-ri-qu-hao-yi-jie-shu | xie-xie',
    pause: `fu-wu-zan-ting | [{reason}] | ${until} | hao-ma-you-xiao`,
    pauseOver: 'fu-wu-yi-hui-fu | xie-xie-deng-hou',
    systemDown: 'bao-qian | xi-tong-gu-zhang | hao-ma-you-xiao',
    agencyPause: `{agency} gui-tai-zan-ting | [{reason}] | ${until} | hao-ma-you-xiao`,
    agencyPauseOver: '{agency} gui-tai-yi-hui-fu',
    agencySystemDown: 'bao-qian | {agency} gui-tai-gu-zhang | hao-ma-you-xiao',
    attention: 'qing-zhu-yi | qing-kan-ping-mu',
  },
};
