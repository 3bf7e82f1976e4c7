import { randomInt } from 'node:crypto';

const letters = 15;
const count = letters ** 4;

/** Names for jobs: four letters of `A`–`O`, no byte of which passes for a status reply. Counting on, none comes twice in a day. */
export function fenceIds(): () => string {
  let last = randomInt(count);
  return () => {
    last = (last + 1) % count;
    return [0, 1, 2, 3]
      .map((place) => String.fromCharCode(65 + (Math.floor(last / letters ** place) % letters)))
      .join('');
  };
}
