import type { Hearing } from '../src/index.ts';

/** Two floors, two agencies: one that has a clip in the voice, and one that nobody has recorded. */
export const hearing: Hearing = {
  catalogue: {
    site: { id: 'small', name: 'Small', timeZone: 'Asia/Jakarta' },
    zones: [
      { id: '1', name: 'Lantai 1', nameEn: 'Floor 1' },
      { id: '2', name: 'Lantai 2', nameEn: 'Floor 2' },
    ],
    agencies: [
      { id: 'DKC', letter: 'B', name: 'Dukcapil', nameEn: 'Dukcapil', shortName: 'Dukcapil', zoneId: '1' },
      { id: 'NEW', letter: 'X', name: 'Baru', nameEn: 'New', shortName: 'Baru', zoneId: '2' },
    ],
    counters: [
      { id: 'counter-3', name: '3', zoneId: '1', agencyIds: ['DKC'], track: 'quick' },
      { id: 'counter-m1', name: 'M1', zoneId: '2', agencyIds: ['NEW'], track: 'self' },
      { id: 'counter-p', name: 'Prioritas', zoneId: '1', agencyIds: ['DKC'], track: 'quick' },
    ],
  },
  zoneId: '1',
  style: 'words',
};
