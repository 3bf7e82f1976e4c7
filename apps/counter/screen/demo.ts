import type { DemoAnswer } from '@antrean/protocol';

/** The demonstration's tokens and officers; null at a real mall, which does not have the address. */
export async function readDemo(fetch: (address: string) => Promise<Response>): Promise<DemoAnswer | null> {
  const answer = await fetch('/api/v1/demo').catch(() => null);
  return answer?.ok ? ((await answer.json()) as DemoAnswer) : null;
}
