export * from './open-postgres.ts';
export * from './open-sqlite.ts';
export type { PostgresConnection } from './postgres-engine.ts';
export type * from './readings.ts';
export * from './reference-mall.ts';
export * from './refuses-to-open.ts';
export type { SpeakOrder } from './speak-order.ts';
export type * from './store.ts';
export * from './unavailable.ts';
