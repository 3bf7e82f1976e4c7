import type { Actor, Catalogue, Recorded } from '@antrean/domain';

/** One command's turn inside the transaction: who acts, when, and what has been recorded for it so far. */
export type Turn = {
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  readonly at: number;
  readonly commandId: string;
  readonly recorded: Recorded[];
};
