export * from './open-sqlite.ts';
export * from './reference-mall.ts';
export * from './refuses-to-open.ts';
export type * from './store.ts';
