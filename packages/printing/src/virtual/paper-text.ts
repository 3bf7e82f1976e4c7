import { fonts } from '../profiles.ts';
import { boxOf, type Mark } from './marks.ts';
import type { Paper } from './paper.ts';

/** The paper as text, one row a line, set in as far as the line is on paper; a code or a picture is named in brackets. */
export function paperText(paper: Paper): string {
  const rows = new Map<number, Mark[]>();
  for (const mark of paper.marks) rows.set(mark.line, [...(rows.get(mark.line) ?? []), mark]);
  return [...rows.values()].map((row) => rowText(row).trimEnd()).join('\n');
}

function rowText(row: readonly Mark[]): string {
  let text = '';
  let end: number | null = null;
  for (const mark of row) {
    if (mark.kind !== 'glyph') return `[${nameOf(mark)}]`;
    const cell = fonts[mark.font].width * mark.width;
    // What stands on its head or on its side is still read in the order it was written.
    const isUpright = mark.turn === 0;
    if (end === null) text = ' '.repeat(isUpright ? Math.round(mark.x / fonts.A.width) : 0);
    else if (isUpright && mark.x > end) text += ' '.repeat(Math.max(1, Math.round((mark.x - end) / cell)));
    text += mark.char;
    end = mark.x + boxOf(mark).width + mark.spacing;
  }
  return text;
}

function nameOf(mark: Exclude<Mark, { kind: 'glyph' }>): string {
  if (mark.kind === 'qr') return `QR ${mark.url}`;
  if (mark.kind === 'bars') return `${mark.symbology} ${mark.text}`;
  return `raster ${mark.columns}x${mark.rows}`;
}
