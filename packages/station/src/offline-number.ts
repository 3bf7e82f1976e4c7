import { createHash, randomBytes } from 'node:crypto';
import {
  type Catalogue,
  closureAt,
  decideIssue,
  type Hall,
  quotaOf,
  type Refusal,
  type Result,
  refuse,
  siteTime,
} from '@antrean/domain';
import type { OfflineNumber, Wish } from './journal/jobs.ts';
import type { Reckoned } from './server-time.ts';

export type OfflineFacts = {
  readonly catalogue: Catalogue;
  readonly hall: Hall;
  readonly time: Reckoned;
  readonly lease: (queueId: string) => { readonly leaseId: string; readonly value: number } | null;
  /** Tickets of a service today that this kiosk gave alone and the server does not count yet. */
  readonly untoldHere: (serviceId: string) => number;
  /** What stands before `/t/…` on the slip. */
  readonly publicUrl: string;
  readonly newId: () => string;
};

/** The number that this kiosk gives by itself, decided by the same rules as at the server, as far as they can be known here. */
export function offlineNumber(wish: Wish, facts: OfflineFacts): Result<OfflineNumber> {
  const { catalogue, hall, time, newId } = facts;
  const wanted = wish.serviceIds.flatMap((serviceId) => {
    const service = catalogue.services.find(({ id }) => id === serviceId);
    const queue = catalogue.queues.find(({ id }) => id === service?.queueId);
    if (!service || !queue) return [];
    const issuedToday = (hall.issuedToday[serviceId] ?? 0) + facts.untoldHere(serviceId);
    return [{ service, queue, quota: quotaOf(service, hall.quotas), issuedToday, ahead: 0 }];
  });
  const [first] = wanted;
  if (!first || wanted.length < wish.serviceIds.length) return refuse('service.unknown');
  const priority = catalogue.priorityClasses.find(({ id }) => id === wish.priorityClass) ?? null;
  if (wish.priorityClass !== null && !priority) return refuse('priority.unknown');
  const lease = facts.lease(first.queue.id);
  const visitId = newId();
  const ticketIds = wanted.map(() => newId());
  const decided = decideIssue(
    {
      day: hall.day,
      closure: closureAt(catalogue.calendar, siteTime(time.at, catalogue.site.timeZone)),
      ticketing: hall.ticketing,
      pauses: Object.values(hall.pauses),
      wanted,
      nextNumber: lease?.value ?? 0,
    },
    { priority, language: wish.language, estimates: wanted.map(() => null) },
    { visitId, ticketIds },
    time.at,
  );
  if (!decided.ok) return decided;
  // Asked last: a closed service is closed, whether or not numbers are left.
  if (!lease) return exhausted;
  const token = randomBytes(16).toString('base64url');
  const serviceDay = hall.day?.serviceDay ?? '';
  const arrivedAt = time.at;
  const number = decided.value[0]?.number ?? '';
  return {
    ok: true,
    value: {
      given: {
        visit: { id: visitId, number, arrivedAt, priorityClass: wish.priorityClass, language: wish.language },
        tickets: decided.value.map((issued, leg) => ({
          id: issued.ticketId,
          visitId,
          number,
          serviceDay,
          queueId: issued.queueId,
          serviceId: issued.serviceId,
          track: wanted[leg]?.queue.track ?? first.queue.track,
          priority: issued.priority,
          state: 'waiting',
          issuedAt: arrivedAt,
          eligibleAt: issued.eligibleAt ?? arrivedAt,
          counterId: null,
          calls: 0,
          ahead: null,
          estimate: null,
        })),
        statusUrl: `${facts.publicUrl.replace(/\/$/, '')}/t/${token}`,
        offline: true,
      },
      visit: {
        commandId: newId(),
        leaseId: lease.leaseId,
        value: lease.value,
        visitId,
        ticketIds,
        serviceIds: wish.serviceIds,
        priorityClass: wish.priorityClass,
        language: wish.language,
        statusTokenHash: createHash('sha256').update(token).digest('hex'),
        issuedAt: time.at,
        isTimeSure: time.isSure,
      },
    },
  };
}

const exhausted: { readonly ok: false; readonly error: Refusal } = { ok: false, error: { code: 'lease.exhausted' } };
