import type { visitor as id } from '../id/visitor.ts';

export const visitor = {} satisfies typeof id;
