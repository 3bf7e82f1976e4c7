import {
  type Agency,
  agenciesAt,
  type Catalogue,
  callableNow,
  type Hall,
  type Outlook,
  outlooksFor,
  type Queue,
  type Track,
  tracks,
} from '@antrean/domain';

/** One queue as somebody who waits for it wants to know it. */
export type QueueWait = {
  readonly queueId: string;
  readonly agency: Agency;
  readonly track: Track;
  readonly waiting: number;
  readonly openCounters: number;
  /** Minutes for somebody who takes a number now; null while no counter calls for the queue. */
  readonly estimate: Outlook['estimate'];
};

/** The queues of a zone that live now: somebody waits, or a counter is open for them; by agency as people look for it. */
export function queueWaits(hall: Hall, catalogue: Catalogue, zoneId: string | null, now: number): readonly QueueWait[] {
  const waiting = new Map<string, number>();
  for (const { queueId } of callableNow(hall)) waiting.set(queueId, (waiting.get(queueId) ?? 0) + 1);
  const outlooks = outlooksFor(hall, catalogue, now);
  return agenciesOf(catalogue, zoneId).flatMap((agency) =>
    byTrack(catalogue.queues).flatMap((queue): QueueWait[] => {
      if (queue.agencyId !== agency.id) return [];
      const { estimate = null, openCounters = 0 } = outlooks.get(queue.id) ?? {};
      const people = waiting.get(queue.id) ?? 0;
      if (people === 0 && openCounters === 0) return [];
      return [{ queueId: queue.id, agency, track: queue.track, waiting: people, openCounters, estimate }];
    }),
  );
}

/** One agency at the entrance: where it is, and how long each of its queues takes now. */
export type Guide = {
  readonly agency: Agency;
  /** Counters that work for it and are staffed now, in runs: `1–3, 7`; empty when there is none. */
  readonly counters: string;
  readonly waits: readonly QueueWait[];
};

export function guides(hall: Hall, catalogue: Catalogue, zoneId: string | null, now: number): readonly Guide[] {
  const waits = queueWaits(hall, catalogue, zoneId, now);
  return agenciesOf(catalogue, zoneId).map((agency) => {
    const places = catalogue.counters.filter((place) => {
      const counter = hall.counters[place.id];
      return counter && counter.state !== 'closed' && agenciesAt(place, counter).includes(agency.id);
    });
    return {
      agency,
      counters: inRuns(places.map(({ name }) => name)),
      waits: waits.filter((wait) => wait.agency.id === agency.id),
    };
  });
}

function byTrack(queues: readonly Queue[]): readonly Queue[] {
  return [...queues].sort((a, b) => tracks.indexOf(a.track) - tracks.indexOf(b.track));
}

function agenciesOf(catalogue: Catalogue, zoneId: string | null): readonly Agency[] {
  return catalogue.agencies
    .filter((agency) => zoneId === null || agency.zoneId === zoneId)
    .sort((a, b) => a.shortName.localeCompare(b.shortName, 'id'));
}

/** Names of counters as people say them: whole numbers that follow each other become one run. */
export function inRuns(names: readonly string[]): string {
  const sorted = [...names].sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  const runs: string[][] = [];
  for (const name of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && /^\d+$/.test(name) && Number(name) === Number(last) + 1) run.push(name);
    else runs.push([name]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
