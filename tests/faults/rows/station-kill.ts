import { killRun } from '../lease/kill-run.ts';
import { nothingMissing, type Row } from './row.ts';

export const stationKill: Row = {
  name: 'station-kill',
  what: 'kill -9 of kiosk and server, lost answers and a bad printer: paper, people and record',
  rounds: { long: 200, short: 8 },
  missing: nothingMissing,
  async run({ rounds, seed, progress }) {
    const { contradictions, kills, ...figures } = await killRun(rounds, seed, progress);
    return { figures: { serverKills: kills.server, kioskKills: kills.kiosk, ...figures }, contradictions };
  },
};
