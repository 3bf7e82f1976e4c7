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

/** Breaks at spaces; a word longer than a line is cut. Never gives a line wider than `columns`. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > columns) {
      lines.push(line);
      line = '';
    }
    while (rest.length > columns) {
      lines.push(rest.slice(0, columns));
      rest = rest.slice(columns);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Counters as a person would say them: `1-4, 7`. Names that are not numbers stay as they are. */
export function counterRanges(names: readonly string[]): string {
  const numbers = names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number <= last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const spoken = ranges.map(({ from, to }) => (to === from ? `${from}` : `${from}-${to}`));
  return [...spoken, ...names.filter((name) => !/^\d+$/.test(name))].join(', ');
}
