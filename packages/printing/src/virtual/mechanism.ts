import { dotsPerMm } from '../profiles.ts';
import type { Op } from './decoder.ts';
import type { Fault } from './faults.ts';
import { openSheet, type Paper, type Sheet } from './paper.ts';
import { qrModules } from './paper-picture.ts';
import type { Condition } from './status-bytes.ts';

export type MechanismEvents = {
  /** A slip fell: everything since the cut before it. */
  cut(paper: Paper): void;
  /** Paper, cover or knife are not what they were. */
  became(condition: Condition): void;
  /** The knife sticks; it does so once. */
  jammed(): void;
};

/** What moves in a printer: the roll, the cover, the knife, and the paper on its way out. */
export class Mechanism {
  readonly #dots: number;
  readonly #mmPerSecond: number;
  readonly #events: MechanismEvents;
  #condition: Condition = { roll: 'full', isCoverOpen: false, isJammed: false };
  #sheet: Sheet;
  #cuts = 0;

  constructor(dots: number, mmPerSecond: number, events: MechanismEvents) {
    this.#dots = dots;
    this.#mmPerSecond = mmPerSecond;
    this.#events = events;
    this.#sheet = openSheet(dots, qrModules);
  }

  get condition(): Condition {
    return this.#condition;
  }

  /** What hangs out of the printer and is not cut yet. */
  get unfinished(): Paper | null {
    return this.#sheet.height() > 0 ? this.#sheet.paper() : null;
  }

  become(change: Partial<Condition>): void {
    const old = this.#condition;
    const next = { ...old, ...change };
    if (next.roll === old.roll && next.isCoverOpen === old.isCoverOpen && next.isJammed === old.isJammed) return;
    this.#condition = next;
    this.#events.became(next);
  }

  /** Gives back how many milliseconds the paper moved. */
  print(op: Op): number {
    const before = this.#sheet.height();
    this.#sheet.play(op);
    return ((this.#sheet.height() - before) / dotsPerMm / this.#mmPerSecond) * 1_000;
  }

  cut(fault: Fault | null): void {
    if (fault?.kind === 'cutterJams') {
      this.#events.jammed();
      this.become({ isJammed: true });
    } else this.#fall(fault);
  }

  // The slip that the knife stuck in has waited for it.
  freeKnife(): void {
    if (!this.#condition.isJammed) return;
    if (this.#sheet.height() > 0) this.#fall(null);
    this.become({ isJammed: false });
  }

  /** From now on cuts are counted anew. */
  countAnew(): void {
    this.#cuts = 0;
  }

  /** What was printed of the interrupted slip is torn off; nothing of it reaches the next one. */
  discard(): void {
    this.#sheet.tearOff();
  }

  powerCycle(): void {
    this.#sheet = openSheet(this.#dots, qrModules);
    this.#condition = { ...this.#condition, isJammed: false };
  }

  #fall(fault: Fault | null): void {
    this.#cuts += 1;
    this.#events.cut(this.#sheet.tearOff());
    if (fault?.kind === 'paperEndsAfterCut') this.become({ roll: 'out' });
    else if (fault?.kind === 'coverOpensAfterCut') this.become({ isCoverOpen: true });
    else if (fault?.kind === 'runsLow' && this.#cuts >= (fault.slips ?? 1)) this.become({ roll: 'low' });
    else if (fault?.kind === 'flaps')
      for (let time = 0; time < 2 * fault.times; time += 1) this.become({ isCoverOpen: time % 2 === 0 });
  }
}
