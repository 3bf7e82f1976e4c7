import type { Station } from '@antrean/client';

/** Why nobody is signed in at this page any more; `ended` when nobody can say. */
export type Why = 'ended' | 'idle' | 'day' | 'signedOut' | 'manager' | 'shut' | 'elsewhere';

const plain: readonly Why[] = ['idle', 'day', 'manager', 'shut'];

/** Asks why a session has ended; null while it stands. */
export async function whyEnded(station: Station): Promise<Why | null> {
  const answer = await station.session();
  if (answer.ok) return null;
  if (answer.error.code !== 'access.expired') return 'ended';
  const { why } = answer.error.values ?? {};
  // At another page, or at a counter: to whoever stands here it is the same.
  if (why === 'again' || why === 'elsewhere' || why === 'counterTaken') return 'elsewhere';
  return plain.find((known) => known === why) ?? 'ended';
}
