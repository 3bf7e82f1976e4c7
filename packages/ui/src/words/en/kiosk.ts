import type { kiosk as id } from '../id/kiosk.ts';

export const kiosk = {} satisfies typeof id;
