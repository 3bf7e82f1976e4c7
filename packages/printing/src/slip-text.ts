/** Letters without their marks, typographic signs as plain ones, and `?` for what a Latin code page cannot be trusted with. */
export function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015\u2212\u00b7]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[^\x20-\x7e]/gu, '?');
}

/** Whether the printer's own letters can say it. */
export function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** As ASCII as it can be: letters of other scripts stay where `canDraw` knows a way to bring them onto paper. */
export function printable(text: string, canDraw: (letter: string) => boolean): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, (blank) => (/\s/.test(blank) ? ' ' : ''));
  if (isAscii(line)) return line;
  return [...letters.segment(line)]
    .map(({ segment }) =>
      ascii(segment).includes('?') && segment !== '?' && canDraw(segment) ? segment : ascii(segment),
    )
    .join('');
}

/** Breaks at spaces, and a line earlier where the last one would be a word alone; a word longer than a line is cut. */
export function wrap(text: string, columns: number): readonly string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const lines = fill(words, columns);
  if (lines.length < 2 || lines.at(-1)?.includes(' ')) return lines;
  const longest = Math.max(0, ...words.map(columnsOf));
  for (let narrower = columns - 1; narrower >= longest; narrower -= 1) {
    const tried = fill(words, narrower);
    if (tried.length > lines.length) break;
    if (tried.at(-1)?.includes(' ')) return tried;
  }
  return lines;
}

function fill(words: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) <= columns) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    // A word too long is cut into pieces of like length: an address is then copied from two halves, not from a line and a stub.
    const piece = Math.ceil(columnsOf(word) / Math.ceil(columnsOf(word) / columns)) + (isAscii(word) ? 0 : 1);
    for (const { segment } of columnsOf(word) > columns ? letters.segment(word) : [{ segment: word }]) {
      if (line !== '' && columnsOf(line) + columnsOf(segment) > Math.min(piece, columns)) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

// A letter that is drawn takes two columns, as a Chinese one does; of other scripts that is more than enough.
function columnsOf(text: string): number {
  return isAscii(text)
    ? text.length
    : [...letters.segment(text)].reduce((sum, { segment }) => sum + (isAscii(segment) ? 1 : 2), 0);
}
