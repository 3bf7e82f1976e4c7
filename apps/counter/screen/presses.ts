import type { Answered, Failure } from '@antrean/client';
import type { Choice } from './orders.ts';

/** What the officer's last press came to. Buttons are locked while `under` names a choice. */
export type PressState = {
  readonly under: Choice | null;
  /** The press under way has its answer, or the hall has moved: only the second half of a double press is still kept out. */
  readonly settles: boolean;
  readonly failed: { readonly choice: Choice; readonly failure: Failure } | null;
  /** What has just succeeded, for what the hall does not show: a note, a slip asked for. */
  readonly done: Choice | null;
};

/** One action at a time: a press while another is under way is not taken, but another key's is as soon as the first has its answer. */
export type Presses = {
  current(): PressState;
  subscribe(listener: () => void): () => void;
  press(choice: Choice, isOtherKey?: boolean): Promise<void>;
  /** The desk's state has changed: what was said of the last one is over, and so is a press that was under way. */
  forget(): void;
};

/**
 * After an answer another button may stand under the pointer, and the second half of a double click must not press it.
 */
const settleMs = 400;

export type PressesNeed = {
  readonly give: (choice: Choice, key: string) => Promise<Answered<unknown>>;
  readonly newKey: () => string;
  readonly pause: (ms: number) => Promise<void>;
};

const idle: PressState = { under: null, settles: false, failed: null, done: null };

export function openPresses({ give, newKey, pause }: PressesNeed): Presses {
  const listeners = new Set<() => void>();
  let state = idle;
  let lastKey = '';
  // Counts presses and what overtakes them, so that an answer knows whether anybody still waits for it.
  let turn = 0;
  const become = (next: PressState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async press(choice, isOtherKey = false) {
      if (state.under && !(state.settles && isOtherKey)) return;
      lastKey = isSameAgain(choice, state) ? lastKey : newKey();
      turn += 1;
      const mine = turn;
      become({ ...idle, under: choice });
      const answer = await give(choice, lastKey);
      if (mine !== turn) return;
      const outcome = answer.ok ? { done: choice } : { failed: { choice, failure: answer.error } };
      become({ ...idle, under: choice, settles: true, ...outcome });
      await pause(settleMs);
      if (mine === turn) become({ ...state, under: null, settles: false });
    },
    forget() {
      if ((state.failed || state.done) && !state.under) become(idle);
      if (!state.under) return;
      // The hall moved first: the press took effect, and its answer may be lost on the way for all we care.
      turn += 1;
      const mine = turn;
      become({ ...state, settles: true });
      void pause(settleMs).then(() => {
        if (mine === turn) become(idle);
      });
    },
  };
}

// A lost answer may hide a success, so pressing the same again asks with the same key and gets the first answer.
function isSameAgain(choice: Choice, { failed }: PressState): boolean {
  return failed?.failure.code === 'link.down' && JSON.stringify(failed.choice) === JSON.stringify(choice);
}
