import type { Language, NumberStyle } from '@antrean/domain';
import { tongues } from './languages/tongues.ts';
import type { Token } from './tongue.ts';

const longestNumber = 4;

/**
 * A label as clips: its letters one by one, then its number; leading zeros are silent in words and spoken as digits. Signs and blanks
 * are not spoken, and what is longer than four digits is read digit by digit.
 */
export function spell(label: string, language: Language, style: NumberStyle): readonly Token[] {
  const { digits, cardinal } = tongues[language];
  const groups = label.toLowerCase().match(/[a-z]|\d+/g) ?? [];
  return groups.flatMap((group) => {
    if (!/\d/.test(group)) return [`letter-${group}`];
    const significant = group.replace(/^0+(?=\d)/, '');
    if (style === 'words' && significant.length <= longestNumber) return cardinal(Number(significant));
    return [...group].map((digit) => digits[Number(digit)] ?? '');
  });
}
