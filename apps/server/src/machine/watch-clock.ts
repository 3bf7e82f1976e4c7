/** Whether the wall clock may be believed. */
export type ClockWatch = () => boolean;

const mostApartMs = 120_000;

/**
 * Suspicious is a wall clock that has moved by more than two minutes against the machine's steady one since the start, and one that stands
 * before what the log says already (rule [D1]). `steady` never jumps, whoever sets the clock.
 */
export function watchClock(wall: () => number, steady: () => number, forward: () => number): ClockWatch {
  const apart = wall() - steady();
  return () => Math.abs(wall() - steady() - apart) > mostApartMs || forward() - wall() > mostApartMs;
}
