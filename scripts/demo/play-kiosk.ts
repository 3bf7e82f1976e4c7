import { newKey, type Station } from '@antrean/client';
import { insist, type PlayedMall } from './played-mall.ts';
import type { Visitor } from './visitors.ts';

const closedCodes = ['day.closed', 'site.ticketing', 'pause.active', 'access.denied', 'access.expired'];
const enoughRefusals = 10;

/** Lets every visitor take a number at their time. Gives back the code when the mall gives no numbers at all. */
export async function playKiosk(
  mall: PlayedMall,
  kiosk: Station,
  visitors: readonly Visitor[],
): Promise<string | null> {
  const underWay: Promise<void>[] = [];
  let given = 0;
  let refusals = 0;
  let closed: string | null = null;
  for (const visitor of visitors) {
    await mall.clock.until(visitor.arrivesAt);
    if (mall.clock.ended.aborted || closed) break;
    underWay.push(
      takeNumber(mall, kiosk, visitor).then((refusal) => {
        if (refusal === null) given += 1;
        else if (closedCodes.includes(refusal)) refusals += 1;
        if (refusal !== null && given === 0 && refusals >= enoughRefusals) closed = refusal;
      }),
    );
  }
  await Promise.all(underWay);
  return closed;
}

async function takeNumber(mall: PlayedMall, kiosk: Station, visitor: Visitor): Promise<string | null> {
  const { clock, figures, catalogue } = mall;
  const { serviceIds, priorityClass, language } = visitor;
  const answer = await insist(mall, kiosk, 'issue', {}, { serviceIds: [...serviceIds], priorityClass, language });
  if (!answer.ok) return answer.error.code;
  const { visit, tickets } = answer.value;
  const since = clock.now();
  const waitingSince = new Map(tickets.map(({ serviceId }) => [serviceId, since]));
  mall.people.set(visit.id, { visitor, waitingSince, hasMissed: false, hasBeenParked: false });
  for (const { serviceId, track } of tickets) {
    const service = catalogue.services.find(({ id }) => id === serviceId);
    const agency = catalogue.agencies.find(({ id }) => id === service?.agencyId);
    figures.issued({ track, agency: agency?.shortName ?? serviceId });
  }
  const [first] = tickets;
  if (first) {
    figures.numbered(first.serviceDay, visit.number);
    await insist(mall, kiosk, 'print-outcome', { ticketId: first.id }, { outcome: 'PRINTED', jobId: newKey() });
  }
  return null;
}
