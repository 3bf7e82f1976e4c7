import { fonts } from '../profiles.ts';
import type { Mark, Paper } from './paper.ts';

/** The paper as text, one row a line, set in as far as the line is on paper; a QR code is its address in brackets. */
export function paperText(paper: Paper): string {
  const rows = new Map<number, { x: number; text: string }>();
  for (const mark of paper.marks) {
    if (mark.kind === 'qr') rows.set(mark.y, { x: 0, text: `[QR ${mark.url}]` });
    else {
      const bottom = bottomOf(mark);
      const row = rows.get(bottom);
      if (row) row.text += mark.char;
      else rows.set(bottom, { x: mark.x, text: mark.char });
    }
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, { x, text }]) => `${' '.repeat(Math.round(x / fonts.A.width))}${text}`.trimEnd())
    .join('\n');
}

function bottomOf(mark: Mark & { kind: 'glyph' }): number {
  return mark.y + fonts[mark.font].height * mark.height;
}
