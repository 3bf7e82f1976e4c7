import type { admin as id } from '../id/admin.ts';

export const admin = {} satisfies typeof id;
