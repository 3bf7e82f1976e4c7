/** How one display is set up, from its address: `?zone=1&viewingDistance=8&pxPerMm=1.58&lang=id`. */
export type Settings = {
  /** Null shows every zone. */
  readonly zoneId: string | null;
  /** The language in front; the other one stands beneath it. */
  readonly language: 'id' | 'en';
  /** Metres from the screen to the last row of seats. */
  readonly viewingDistance: number;
  /** Null when nobody measured the panel: then it is taken for a 55" one. */
  readonly pxPerMm: number | null;
};

export function readSettings(search: string): Settings {
  const given = new URLSearchParams(search);
  return {
    zoneId: given.get('zone'),
    language: given.get('lang') === 'en' ? 'en' : 'id',
    viewingDistance: positive(given.get('viewingDistance')) ?? 8,
    pxPerMm: positive(given.get('pxPerMm')),
  };
}

function positive(text: string | null): number | null {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : null;
}
