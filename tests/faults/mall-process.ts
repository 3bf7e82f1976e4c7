import { openMall } from '../mall.ts';

// A mall in a process of its own, so that it can be killed as by a power cut. Its folder outlives it.
const folder = process.argv[2];
if (!folder) throw new Error('the folder is missing');
const { url, demo } = await openMall({ folder });
console.log(JSON.stringify({ url, demo }));
