import type { Failure } from '@antrean/client';

/** Why the officer is not at the desk any more; `ended` when nobody can say. */
export type SessionEnd =
  | { readonly why: 'ended' | 'idle' | 'day' | 'signedOut' | 'manager' | 'shut' | 'again' }
  | { readonly why: 'counterTaken'; readonly officer: string }
  | { readonly why: 'elsewhere'; readonly counterId: string };

const plain = ['idle', 'day', 'signedOut', 'manager', 'shut', 'again'] as const;

/** What the server says of a session that has ended; null when this failure is about something else. */
export function sessionEndOf({ code, values = {} }: Failure): SessionEnd | null {
  if (code !== 'access.expired') return null;
  const { why, officer, counterId } = values;
  if (why === 'counterTaken' && typeof officer === 'string') return { why, officer };
  if (why === 'elsewhere' && typeof counterId === 'string') return { why, counterId };
  return { why: plain.find((one) => one === why) ?? 'ended' };
}

/** Whether somebody works elsewhere now instead: then no key may begin a session here that nobody meant to begin. */
export function isSuperseded({ why }: SessionEnd): boolean {
  return why === 'counterTaken' || why === 'elsewhere' || why === 'again';
}
