import { parentPort, workerData } from 'node:worker_threads';
import { lookAtCopy } from './look-at-copy.ts';

// A whole log takes seconds to read: in a thread of its own, so that the hall is served meanwhile.
parentPort?.postMessage(lookAtCopy((workerData as { readonly file: string }).file));
