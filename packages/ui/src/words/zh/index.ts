export { common } from './common.ts';
export { kiosk } from './kiosk.ts';
