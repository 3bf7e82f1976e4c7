import type { LayoutName, Settings } from './settings.ts';

/** Everything about the picture that follows from the panel: sizes in CSS pixels and how many rows are drawn. */
export type Panel = {
  readonly shape: 'landscape' | 'portrait';
  /** One pixel of the 1920×1080 drawing (portrait 1080×1920) on this panel. */
  readonly unit: number;
  /** Font size of called numbers: large enough for the distance, at a single counter as large as the panel allows. */
  readonly big: number;
  readonly bigRows: number;
  readonly servingRows: number;
  /** Lines of earlier calls, or of expected waits where these take turns with them. */
  readonly earlierRows: number;
  /** Agencies on one page of the entrance. */
  readonly guideRows: number;
};

/** Height of capitals that can be read, as a share of the distance (EN 301 549, 5.1.4: 0.7 degrees). */
export const legibleShare = 0.0122;
/** Height of capitals of Atkinson Hyperlegible Next, in em. */
export const capHeight = 0.672;
// The long side of a 55" panel.
const panelMm = 1217.6;

/** Room that a layout takes from the big rows of a shape, in units; `widest` is the longest row in em of the big numbers. */
type Room = {
  readonly widest: number;
  /** Whether the counter stands beneath its number. */
  readonly stories: 1 | 2;
  /** Beside the capitals in a row, gap included. */
  readonly rowExtra: number;
  readonly lowestRow: number;
  /** Masthead, foot, gaps and whatever stands above or beneath the rows. */
  readonly around: number;
  readonly mostRows: number;
};

const room: Readonly<Record<LayoutName, Readonly<Record<Panel['shape'], Room>>>> = {
  overview: {
    landscape: { widest: 5.45, stories: 1, rowExtra: 104, lowestRow: 0, around: 270, mostRows: 4 },
    portrait: { widest: 4.2, stories: 2, rowExtra: 74, lowestRow: 0, around: 770, mostRows: 4 },
  },
  calls: {
    landscape: { widest: 5.45, stories: 1, rowExtra: 53, lowestRow: 150, around: 244, mostRows: 8 },
    portrait: { widest: 4.2, stories: 2, rowExtra: 74, lowestRow: 0, around: 344, mostRows: 8 },
  },
  media: {
    landscape: { widest: 5.45, stories: 2, rowExtra: 74, lowestRow: 0, around: 240, mostRows: 4 },
    portrait: { widest: 4.2, stories: 2, rowExtra: 74, lowestRow: 0, around: 1130, mostRows: 4 },
  },
  counter: {
    landscape: { widest: 5.6, stories: 1, rowExtra: 0, lowestRow: 0, around: 560, mostRows: 1 },
    portrait: { widest: 3.7, stories: 2, rowExtra: 0, lowestRow: 0, around: 900, mostRows: 1 },
  },
  entrance: {
    landscape: { widest: 10.5, stories: 1, rowExtra: 57, lowestRow: 112, around: 388, mostRows: 8 },
    portrait: { widest: 8.2, stories: 2, rowExtra: 120, lowestRow: 200, around: 480, mostRows: 9 },
  },
};

// On its side a panel has its lists beneath the calls: masthead, foot, gaps and their heads; then one line of a list.
const withoutRows = 510;
const lineHeight = 56;

/** The picture for one panel; big numbers keep the size that the distance asks for, and fewer of them are drawn when room is short. */
export function panelFor(
  viewport: { readonly width: number; readonly height: number },
  { layout, viewingDistance, pxPerMm }: Pick<Settings, 'layout' | 'viewingDistance' | 'pxPerMm'>,
): Panel {
  const { width, height } = viewport;
  const shape = width >= height ? 'landscape' : 'portrait';
  const unit = shape === 'landscape' ? Math.min(width / 1920, height / 1080) : Math.min(width / 1080, height / 1920);
  const { widest, stories, rowExtra, lowestRow, around, mostRows } = room[layout][shape];
  const perMm = pxPerMm ?? Math.max(width, height) / panelMm;
  const wanted = Math.ceil((viewingDistance * 1000 * legibleShare * perMm) / capHeight);
  const rowsHeight = height - around * unit;
  const largest = (width - 80 * unit) / widest;
  const filling = Math.min(largest, rowsHeight / (stories * capHeight));
  const big = layout === 'counter' ? filling : Math.min(wanted, largest);
  const pitch = Math.max(stories * big * capHeight + rowExtra * unit, lowestRow * unit);
  const rows = Math.max(1, Math.min(mostRows, Math.floor(rowsHeight / pitch)));
  const panel = { shape, unit, big, bigRows: rows, guideRows: rows } as const;
  if (layout === 'media') return { ...panel, servingRows: 0, earlierRows: shape === 'landscape' ? 4 : 2 };
  if (shape === 'landscape') return { ...panel, servingRows: 8, earlierRows: 4 };
  const left = Math.floor((height - rows * pitch - withoutRows * unit) / (lineHeight * unit));
  const lines = Math.max(3, Math.min(16, left));
  return { ...panel, servingRows: lines, earlierRows: lines };
}
