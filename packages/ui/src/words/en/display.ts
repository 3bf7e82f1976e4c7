import type { display as id } from '../id/display.ts';

export const display = {} satisfies typeof id;
