import { askSelf, type Station } from '@antrean/client';

/** Which counter this device is to its server. */
export type OwnCounter =
  | { readonly is: 'counter'; readonly counterId: string }
  /** Enrolled, but as something else. */
  | { readonly is: 'other' }
  | { readonly is: 'unknown' };

/** Waits for a server that comes later than this PC. */
export async function ownCounter(station: Pick<Station, 'self'>): Promise<OwnCounter> {
  const self = await askSelf(station);
  if (self === null) return { is: 'unknown' };
  const { role, counterId } = self;
  return role === 'counter' && counterId !== null ? { is: 'counter', counterId } : { is: 'other' };
}
