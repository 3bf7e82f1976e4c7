// The product as it is, on a folder of its own, with a demonstration's tokens.

import { mondayMorning, openMall } from '../../mall.ts';
import { serve } from '../measure/program.ts';

const startedAt = Date.now();
const { url, demo, clock, close } = await openMall();
const moved = setInterval(() => {
  clock.at = mondayMorning + Date.now() - startedAt;
}, 10);
serve({ port: Number(new URL(url).port), token: demo.kioskToken, demo }, async () => {
  clearInterval(moved);
  await close();
});
