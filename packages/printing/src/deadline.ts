import type { Timers } from './timers.ts';

/** A moment after which waiting ends, shared by the waits before it. */
export class Deadline {
  #isOver = false;
  #listener: (() => void) | null = null;
  readonly #stop: () => void;

  constructor(timers: Timers, milliseconds: number) {
    this.#stop = timers.after(milliseconds, () => {
      this.#isOver = true;
      this.#listener?.();
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  onOver(listener: () => void): void {
    this.#listener = listener;
  }

  cancel(): void {
    this.#stop();
  }
}

/** Waits with a deadline that is put away as soon as the wait is over. */
export async function within<T>(
  timers: Timers,
  milliseconds: number,
  wait: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = new Deadline(timers, milliseconds);
  try {
    return await wait(deadline);
  } finally {
    deadline.cancel();
  }
}
