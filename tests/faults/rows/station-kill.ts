import { killRun } from '../lease/kill-run.ts';
import { loadedWith } from '../real-server.ts';
import { nothingMissing, type Row, type Run, type Verdict } from './row.ts';

export const stationKill: Row = {
  name: 'station-kill',
  what: 'kill -9 of kiosk and server, lost answers and a bad printer: paper, people and record',
  rounds: { long: 200, short: 8 },
  missing: nothingMissing,
  run: (run) => killStations(run, {}),
};

export const reusedIdControl: Row = {
  name: 'control-reused-command-id',
  what: 'a kiosk whose own number has the id of the request that it gave up',
  rounds: { long: 20, short: 3 },
  mustConvict: /^\[I[14]\]/,
  missing: nothingMissing,
  run: (run) => killStations(run, loadedWith('station/testing/reused-command-id')),
};

async function killStations({ rounds, seed, progress }: Run, env: Readonly<Record<string, string>>): Promise<Verdict> {
  const { contradictions, kills, ...figures } = await killRun(rounds, seed, progress, env);
  const { slips, offline } = figures;
  const isProof = slips > rounds && offline > 0 && kills.server > 0;
  return {
    figures: { serverKills: kills.server, kioskKills: kills.kiosk, ...figures },
    contradictions: isProof ? contradictions : [...contradictions, 'nothing was proved without slips and faults'],
  };
}
