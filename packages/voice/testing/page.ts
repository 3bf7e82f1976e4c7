export * from '../src/index.ts';
export { loadVoice } from '../src/player/sounds.ts';
export { render } from './render.ts';
export { hearing } from './small-mall.ts';
