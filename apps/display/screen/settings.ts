/** What one display shows; every layout is made of the same parts. */
export type LayoutName = (typeof layouts)[number];

const layouts = ['calls', 'overview', 'media', 'counter', 'entrance'] as const;

/** How one display is set up. Today all of it stands in its address: `?layout=calls&zone=1&viewingDistance=8&pxPerMm=1.58`. */
export type Settings = {
  readonly layout: LayoutName;
  /** The counter beneath the display, for the layout `counter`; null when nobody has named it. */
  readonly counterId: string | null;
  /** Null shows every zone. */
  readonly zoneId: string | null;
  /** The language in front; the other one stands beneath it. */
  readonly language: 'id' | 'en';
  /** Metres from the screen to whoever stands or sits farthest away and has to read it. */
  readonly viewingDistance: number;
  /** Null when nobody measured the panel: then it is taken for a 55" one. */
  readonly pxPerMm: number | null;
  /** Whether films are heard while no call is spoken. */
  readonly sound: boolean;
};

// At the entrance and beneath a counter's screen people stand; elsewhere they sit in rows.
const usualDistance: Readonly<Record<LayoutName, number>> = {
  calls: 8,
  overview: 8,
  media: 8,
  counter: 8,
  entrance: 3,
};

export function readSettings(search: string): Settings {
  const given = new URLSearchParams(search);
  const layout = layouts.find((name) => name === given.get('layout')) ?? 'overview';
  return {
    layout,
    counterId: given.get('counter'),
    zoneId: given.get('zone'),
    language: given.get('lang') === 'en' ? 'en' : 'id',
    viewingDistance: positive(given.get('viewingDistance')) ?? usualDistance[layout],
    pxPerMm: positive(given.get('pxPerMm')),
    sound: given.get('sound') === 'on',
  };
}

function positive(text: string | null): number | null {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : null;
}
