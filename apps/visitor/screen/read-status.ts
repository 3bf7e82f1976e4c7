import type { Answered } from '@antrean/client';
import type { Problem, StatusAnswer } from '@antrean/protocol';

const answerMs = 5_000;

/** One look at the ticket behind the slip's token. A page on a phone opens no live link for it. */
export async function readStatus(token: string): Promise<Answered<StatusAnswer>> {
  try {
    const answer = await fetch(`/api/v1/status/${encodeURIComponent(token)}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(answerMs),
    });
    if (answer.ok) return { ok: true, value: (await answer.json()) as StatusAnswer };
    const problem = (await answer.json()) as Problem;
    return { ok: false, error: { code: problem.code as 'ticket.unknown' } };
  } catch {
    return { ok: false, error: { code: 'link.down' } };
  }
}

/** The token in `/t/<token>`; empty when the address is cut off. */
export function tokenIn(pathname: string): string {
  return /^\/t\/([^/]+)/.exec(pathname)?.[1] ?? '';
}
