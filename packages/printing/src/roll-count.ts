import type { PrinterState } from './outcome.ts';

/** How much of the roll is left, counted in paper since a new one was put in: the near-end sensor alone warns too late or too early. */
export class RollCount {
  readonly #rollMm: number | null;
  /** Null until a new roll was seen: nobody knows how much of this one was used before. */
  #usedMm: number | null = null;
  #slips = 0;
  #wasLow = false;

  constructor(rollMm: number | null) {
    this.#rollMm = rollMm;
  }

  seen(state: PrinterState): void {
    if (state === 'paperOut') this.#usedMm = null;
    if (state === 'ready' && this.#wasLow) {
      this.#usedMm = 0;
      this.#slips = 0;
    }
    if (state === 'ready') this.#wasLow = false;
    else if (state === 'nearEnd' || state === 'paperOut') this.#wasLow = true;
  }

  used(mm: number): void {
    if (this.#usedMm === null) return;
    this.#usedMm += mm;
    this.#slips += 1;
  }

  /** Slips of the length of those printed from this roll; null where it cannot be said. */
  slipsLeft(): number | null {
    if (this.#rollMm === null || this.#usedMm === null || this.#slips === 0) return null;
    return Math.max(0, Math.floor(((this.#rollMm - this.#usedMm) * this.#slips) / this.#usedMm));
  }
}
