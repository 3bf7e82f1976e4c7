import type { Station } from '@antrean/client';
import type { Catalogue } from '@antrean/domain';
import type { DoorsAnswer } from '@antrean/protocol';
import type { AccessWords, ScreenLanguage } from '@antrean/ui';

export type Person = DoorsAnswer['officers'][number];
export type Device = DoorsAnswer['devices'][number];

/** What every part of the page draws from. */
export type Scene = {
  readonly station: Station;
  readonly catalogue: Catalogue;
  /** The address that stations and TVs use. */
  readonly publicUrl: string;
  readonly language: ScreenLanguage;
  readonly words: AccessWords;
  /** Reads people and devices again. */
  readonly refresh: () => void;
};

/** Where a device stands, in words: its counter, or its zone. */
export function placeOf({ catalogue, words }: Scene, { counterId, zoneId, role }: Device): string {
  const counter = catalogue.counters.find(({ id }) => id === counterId);
  if (counter) return words.counter(counter.name);
  const zone = catalogue.zones.find(({ id }) => id === zoneId);
  if (zone) return zone.name;
  return role === 'display' ? words.allZones : '–';
}
