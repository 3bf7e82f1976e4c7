export * from './languages/tongues.ts';
export * from './manifest.ts';
export * from './measure.ts';
export * from './phrase.ts';
export * from './plan.ts';
export * from './player/player.ts';
export type { Sound, Voice } from './player/sounds.ts';
export * from './spell.ts';
