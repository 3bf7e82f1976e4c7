import { dayNames, timeOf } from './demo/day-profile.ts';
import { readFlags, usage } from './demo/flags.ts';
import { startPlay } from './demo/play-day.ts';
import { progressLine } from './demo/progress.ts';

const flags = readFlags(process.argv.slice(2));
if (typeof flags === 'string') {
  console.error(`${flags}\n${usage}`);
  process.exit(1);
}
const play = await startPlay(flags);
if (typeof play === 'string') {
  console.error(play);
  process.exit(1);
}
const { from, clock, figures, hall } = play;
const day = dayNames[flags.day];
const { isTTY } = process.stdout;
const startedAt = performance.now();
console.log(`Playing a ${day} with ${flags.visits} visits, ${flags.speed} times as fast; Ctrl+C ends it politely.`);

const show = () => process.stdout.write(`${isTTY ? '\r\x1b[K' : ''}${line()}${isTTY ? '' : '\n'}`);
const line = () => progressLine(clock.now(), hall(), figures);
const shown = setInterval(show, isTTY ? 500 : 10_000);
const limit = flags.minutes === null ? null : setTimeout(() => clock.end(), flags.minutes * 60_000);
process.on('SIGINT', () => {
  if (clock.ended.aborted) process.exit(130);
  clock.end();
});

const stopped = await play.finished;
clearInterval(shown);
if (limit) clearTimeout(limit);
show();
const until = timeOf(clock.now());
const realMinutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
console.log(
  `${isTTY ? '\n' : ''}\n${day} ${from}–${until} in ${realMinutes} minutes, seed ${flags.seed}\n\n${figures.report()}`,
);
if (stopped !== null) console.error(stopped);
process.exitCode = stopped === null ? 0 : 1;
