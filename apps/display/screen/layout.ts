import type { Settings } from './settings.ts';

/** Everything about the picture that follows from the panel: sizes in CSS pixels and how many rows are drawn. */
export type Layout = {
  readonly shape: 'landscape' | 'portrait';
  /** One pixel of the 1920×1080 drawing (portrait 1080×1920) on this panel. */
  readonly unit: number;
  /** Font size of the big rows. */
  readonly big: number;
  readonly bigRows: number;
  readonly servingRows: number;
  readonly earlierRows: number;
};

/** Height of capitals that can be read, as a share of the distance (EN 301 549, 5.1.4: 0.7 degrees). */
export const legibleShare = 0.0122;
/** Height of capitals of Atkinson Hyperlegible Next, in em. */
export const capHeight = 0.672;
// The long side of a 55" panel.
const panelMm = 1217.6;
// "AQ012" and its counter side by side, in em of the big rows, and the same one above the other.
const widest = { landscape: 5.45, portrait: 4.2 };
// What stands beside the big capitals in a row, and around the rows, in units.
const rowExtra = { landscape: 104, portrait: 74 };
const around = { landscape: 270, portrait: 770 };
// Masthead, foot, gaps and the heads of the lists when these stand beneath the calls; then one line of a list.
const withoutRows = 510;
const lineHeight = 56;

/** The picture for one panel; big numbers keep the size that the distance asks for, and fewer of them are drawn when room is short. */
export function layoutFor(
  viewport: { readonly width: number; readonly height: number },
  { viewingDistance, pxPerMm }: Pick<Settings, 'viewingDistance' | 'pxPerMm'>,
): Layout {
  const { width, height } = viewport;
  const shape = width >= height ? 'landscape' : 'portrait';
  const unit = shape === 'landscape' ? Math.min(width / 1920, height / 1080) : Math.min(width / 1080, height / 1920);
  const perMm = pxPerMm ?? Math.max(width, height) / panelMm;
  const wanted = (viewingDistance * 1000 * legibleShare * perMm) / capHeight;
  const big = Math.min(Math.ceil(wanted), (width - 80 * unit) / widest[shape]);
  const stories = shape === 'landscape' ? 1 : 2;
  const pitch = stories * big * capHeight + rowExtra[shape] * unit;
  const room = height - around[shape] * unit;
  const bigRows = Math.max(1, Math.min(4, Math.floor(room / pitch)));
  if (shape === 'landscape') return { shape, unit, big, bigRows, servingRows: 8, earlierRows: 4 };
  const left = Math.floor((height - bigRows * pitch - withoutRows * unit) / (lineHeight * unit));
  const lines = Math.max(3, Math.min(16, left));
  return { shape, unit, big, bigRows, servingRows: lines, earlierRows: lines };
}
