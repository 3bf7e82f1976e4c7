import type { Rectangle } from 'electron';
import type { Place } from './kept.ts';

/** As small as the desk can be and still shows every button. */
export const smallest = { width: 900, height: 600 } as const;

const standard = { width: 1366, height: 768 } as const;

/** Enough of the title to take hold of with the mouse. */
const gripPx = 120;

/** Where the window opens: where it was, if it can still be seen and moved there; a display may have been taken away. */
export function placeOnScreen(
  kept: Place | null,
  workAreas: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (!kept) return standard;
  const size = {
    width: Math.max(kept.width, smallest.width),
    height: Math.max(kept.height, smallest.height),
  };
  const isInReach = workAreas.some(({ x, y, width, height }) => {
    const seen = Math.min(kept.x + size.width, x + width) - Math.max(kept.x, x);
    return seen >= gripPx && kept.y >= y && kept.y <= y + height - gripPx;
  });
  return isInReach ? { x: kept.x, y: kept.y, ...size } : size;
}
