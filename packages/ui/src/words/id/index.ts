export { admin } from './admin.ts';
export { common } from './common.ts';
export { counter } from './counter.ts';
export { display } from './display.ts';
export { kiosk } from './kiosk.ts';
export { visitor } from './visitor.ts';
