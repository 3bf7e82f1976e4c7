import type { Station } from '@antrean/client';

/** Which counter this device is to its server. */
export type OwnCounter =
  | { readonly is: 'counter'; readonly counterId: string }
  /** Enrolled, but as something else. */
  | { readonly is: 'other' }
  | { readonly is: 'unknown' };

/** Asks until the server answers: a PC may be on long before it. */
export async function ownCounter(station: Pick<Station, 'self'>, pause: () => Promise<void>): Promise<OwnCounter> {
  for (;;) {
    const answer = await station.self();
    if (answer.ok) {
      const { role, counterId } = answer.value;
      return role === 'counter' && counterId !== null ? { is: 'counter', counterId } : { is: 'other' };
    }
    if (answer.error.code === 'access.denied' || answer.error.code === 'access.expired') return { is: 'unknown' };
    await pause();
  }
}
