import type { Station } from '@antrean/client';
import type { Service } from '@antrean/domain';
import type { TicketAnswer } from '@antrean/protocol';
import { rest } from './mall-clock.ts';
import { errandOf, insist, type Person, type PlayedMall } from './played-mall.ts';
import type { Random } from './random.ts';

export type Desk = { readonly station: Station; readonly counterId: string; readonly random: Random };

/** What a desk needs to know of the ticket it holds, from an answer or from the hall. */
export type AtDesk = Pick<TicketAnswer, 'id' | 'visitId' | 'serviceId' | 'track' | 'state' | 'calls'>;

const betweenCallsMinutes = 0.6;
const strangersWayMinutes = 1;

/** From the call to the end at this desk. A refusal in between ends it here; the desk then looks at the hall again. */
export async function serveVisitor(mall: PlayedMall, desk: Desk, ticket: AtDesk): Promise<void> {
  const service = mall.catalogue.services.find(({ id }) => id === ticket.serviceId);
  if (!service) return;
  const person = mall.people.get(ticket.visitId);
  if (ticket.state === 'called' && !(await comesAndSits(mall, desk, ticket, person))) return;
  await serve(mall, desk, ticket, service, person);
}

async function comesAndSits(
  mall: PlayedMall,
  desk: Desk,
  ticket: AtDesk,
  person: Person | undefined,
): Promise<boolean> {
  const { clock } = mall;
  const visitor = person?.visitor;
  if (person && visitor && (visitor.comes === 'never' || (visitor.comes === 'late' && !person.hasMissed))) {
    await missed(mall, desk, ticket, person);
    return false;
  }
  await clock.pause(visitor?.wayMinutes ?? strangersWayMinutes);
  return (await insist(mall, desk.station, 'start', { ticketId: ticket.id }, {})).ok;
}

async function missed(mall: PlayedMall, desk: Desk, ticket: AtDesk, person: Person): Promise<void> {
  const { clock, figures, catalogue } = mall;
  const ticketId = ticket.id;
  const { callsBeforeNoShow, callEverySeconds } = catalogue.rules;
  // The server counts real seconds between two calls, however fast the day is played.
  const waits = () => Promise.all([clock.pause(betweenCallsMinutes), rest(callEverySeconds * 1_000, clock.ended)]);
  for (let { calls } = ticket; calls < callsBeforeNoShow; ) {
    await waits();
    const recalled = await insist(mall, desk.station, 'recall', { ticketId }, {});
    if (!recalled.ok) return;
    calls = recalled.value.ticket.calls;
  }
  await waits();
  const gone = await insist(mall, desk.station, 'no-show', { ticketId }, {});
  if (!gone.ok) return;
  figures.missed(ticket.track);
  person.hasMissed = true;
  if (person.visitor.comes === 'late') mall.backAt.set(ticketId, clock.now() + person.visitor.lateMinutes);
}

async function serve(
  mall: PlayedMall,
  { station }: Desk,
  ticket: AtDesk,
  service: Service,
  person: Person | undefined,
): Promise<void> {
  const { clock, figures } = mall;
  const params = { ticketId: ticket.id };
  const { minutes, parkMinutes, end } = errandOf(person, service);
  if (person && parkMinutes !== null && !person.hasBeenParked) {
    await clock.pause(minutes / 4);
    const parked = await insist(mall, station, 'park', params, { minutes: parkMinutes });
    if (parked.ok) {
      person.hasBeenParked = true;
      mall.backAt.set(ticket.id, clock.now() + parkMinutes);
    }
    return;
  }
  await clock.pause(minutes);
  switch (end.kind) {
    case 'transfer':
      await insist(mall, station, 'transfer', params, { serviceId: end.serviceId });
      return;
    case 'forward': {
      const sent = await insist(mall, station, 'forward', params, { serviceIds: [end.serviceId], outcome: 'done' });
      if (!sent.ok) return;
      const next = mall.catalogue.services.find(({ id }) => id === end.serviceId);
      const agency = mall.catalogue.agencies.find(({ id }) => id === next?.agencyId);
      if (next) figures.issued({ track: next.track, agency: agency?.shortName ?? next.agencyId });
      person?.waitingSince.set(end.serviceId, clock.now());
      figures.served(ticket.track);
      return;
    }
    case 'finish':
      if ((await insist(mall, station, 'finish', params, { outcome: end.outcome })).ok) figures.served(ticket.track);
  }
}
