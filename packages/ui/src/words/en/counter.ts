import type { counter as id } from '../id/counter.ts';

export const counter = {} satisfies typeof id;
