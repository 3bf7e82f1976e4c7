import { mondayMorning, openMall } from '../mall.ts';

// A mall in a process of its own, so that it can be killed as by a power cut. Its folder outlives it, and its clock goes on while
// it is away: it began the morning at `startedAt` of this machine's clock.
const [folder, startedAt] = process.argv.slice(2);
if (!folder || !startedAt) throw new Error('the folder or the start is missing');
const now = () => mondayMorning + Date.now() - Number(startedAt);
const { url, demo, clock } = await openMall({ folder, at: now() });
setInterval(() => {
  clock.at = now();
}, 10);
console.log(JSON.stringify({ url, demo }));
